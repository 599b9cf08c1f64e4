/** Headers of every answer that comes from Remix (07, Security). Set when the answer is about to leave, because the Shopify library sets its own on some pages. */
import type { RequestHandler, Response } from "express";

export type SecurityHeaderOptions = {
  /** HSTS only there: a sandbox runs on plain http. */
  production: boolean;
  /** Sandbox: origins of the simulated admin, which embeds the app as admin.shopify.com does. */
  adminOrigins: readonly string[];
};

const SHOP_DOMAIN = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;
const ONE_YEAR_SECONDS = 31_536_000;

export function securityHeaders({ production, adminOrigins }: SecurityHeaderOptions): RequestHandler {
  return (request, response, next) => {
    beforeHeaders(response, () => {
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
      response.setHeader("Content-Security-Policy", `frame-ancestors ${frameAncestors(request.query["shop"], adminOrigins)};`);
      if (production) response.setHeader("Strict-Transport-Security", `max-age=${ONE_YEAR_SECONDS}; includeSubDomains`);
    });
    next();
  };
}

/** Only the shop that the page is for, and Shopify's admin, may embed it; a page for no shop is embedded by nobody. */
function frameAncestors(shop: unknown, adminOrigins: readonly string[]): string {
  if (typeof shop !== "string" || !SHOP_DOMAIN.test(shop)) return "'none'";
  return [`https://${shop}`, "https://admin.shopify.com", ...adminOrigins].join(" ");
}

/** Node calls `writeHead` in any case, also for headers that were never written explicitly. */
function beforeHeaders(response: Response, change: () => void): void {
  response.writeHead = new Proxy(response.writeHead, {
    apply: (writeHead, self, parameters) => {
      change();
      return Reflect.apply(writeHead, self, parameters);
    },
  });
}
