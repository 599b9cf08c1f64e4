/** Which page or action answers which address. A GET never changes anything; every POST ends in a redirect that says what it did. */
import { emptyReply, jsonReply } from "../../http/replies.ts";
import type { HttpAnswer, HttpRequest } from "../../http/server.ts";
import { appBridgeScript } from "../app-bridge/app-bridge-script.ts";
import { OrderInputError } from "../orders/order-errors.ts";
import { appAddress, orderAddress, shopAddress, storeHandle } from "./addresses.ts";
import { serveAsset } from "./assets.ts";
import type { AdminBackend, PageRequest } from "./backend.ts";
import { FormError } from "./forms/form-error.ts";
import { serveExtension } from "./extensions.ts";
import { newOrderForm } from "./forms/new-order-form.ts";
import { orderAction } from "./order-post.ts";
import { appPage } from "./pages/app-page.ts";
import { appsPage, PRIVACY_REQUESTS } from "./pages/apps-page.ts";
import { extensionFrame } from "./pages/extension-frame.ts";
import { newOrderPage } from "./pages/new-order-page.ts";
import { orderListPage } from "./pages/order-list-page.ts";
import { orderPage } from "./pages/order-page.ts";
import { noSuchShopPage, notFoundPage } from "./pages/problem-page.ts";
import { productsPage } from "./pages/products-page.ts";
import { see } from "./see.ts";

export function createAdmin(backend: AdminBackend): (request: HttpRequest) => HttpAnswer {
  return ({ method, url, body }) => {
    const path = url.pathname;
    if (method === "GET" && path === "/app-bridge.js") return appBridgeScript();
    if (method === "GET" && path.startsWith("/assets/")) return serveAsset(path.slice("/assets/".length));
    if (method === "GET" && path.startsWith("/extensions/")) return serveExtension(path.slice("/extensions/".length));
    const [, store, rest = ""] = /^\/store\/([^/]+)(\/.*)?$/.exec(path) ?? [];
    const shops = backend.shops();
    const shop = store === undefined ? shops[0] : shops.find((candidate) => storeHandle(candidate) === decodeURIComponent(store));
    if (!shop) return noSuchShopPage(backend);
    if (store === undefined && path !== "/") return notFoundPage({ backend, shop, url, form: new URLSearchParams() }, "This page");
    const request = { backend, shop, url, form: new URLSearchParams(method === "POST" ? body : "") };
    if (method === "POST") return post(request, rest);
    return method === "GET" ? get(request, rest) : emptyReply(405, { allow: "GET, POST" });
  };
}

function get(request: PageRequest, path: string): HttpAnswer {
  const { shop, backend } = request;
  if (path === "" || path === "/") return see(shopAddress(shop, "/orders"));
  if (path === "/orders") return orderListPage(request);
  if (path === "/orders/new") return newOrderPage(request);
  if (path === "/products") return productsPage(request);
  if (path === "/apps") return appsPage(request);
  if (path === "/extension") return extensionFrame(request);
  const inApp = withinApp(path, backend);
  if (inApp !== undefined) return appPage(request, inApp);
  const order = shop.orders.find(({ id }) => path === `/orders/${id}`);
  return order ? orderPage(request, order) : notFoundPage(request, path.startsWith("/orders/") ? "This order" : "This page");
}

function post(request: PageRequest, path: string): HttpAnswer {
  const { shop, backend, form } = request;
  if (path === "/orders") return createOrder(request);
  const inApp = withinApp(path, backend);
  if (inApp !== undefined) return postToApp(request, inApp);
  const [, orderId = "", action = ""] = /^\/orders\/(\d+)\/(\w+)$/.exec(path) ?? [];
  const order = shop.orders.find(({ id }) => id === orderId);
  return order ? orderAction(backend, shop, { order, action, form }) : notFoundPage(request, "This order");
}

/** "/apps/{key}/orders" → "/orders"; undefined for an address outside of the app. */
function withinApp(path: string, { app }: AdminBackend): string | undefined {
  const base = `/apps/${encodeURIComponent(app.apiKey)}`;
  if (path === base) return "";
  return path.startsWith(`${base}/`) ? path.slice(base.length) : undefined;
}

function createOrder({ backend, shop, form }: PageRequest): HttpAnswer {
  try {
    const { id, name } = backend.actions.createOrder(shop.domain, newOrderForm(form, shop));
    return see(orderAddress(shop, id), { flash: `Order ${name} was created.` });
  } catch (error) {
    if (error instanceof FormError || error instanceof OrderInputError || error instanceof RangeError) return see(shopAddress(shop, "/orders/new"), { flash: error.message, critical: true });
    throw error;
  }
}

function postToApp({ backend: { app, actions }, shop, form }: PageRequest, path: string): HttpAnswer {
  const apps = shopAddress(shop, "/apps");
  switch (path) {
    case "/session-token":
      return shop.installed ? jsonReply(200, { token: actions.sessionToken(shop.domain) }, { "cache-control": "no-store" }) : jsonReply(404, { error: "the app is not installed" });
    case "/install":
      actions.install(shop.domain);
      return see(appAddress(shop, app.apiKey));
    case "/uninstall":
      if (shop.installed) actions.uninstall(shop.domain);
      return see(apps, { flash: `${app.name} was uninstalled.` });
    case "/compliance": {
      const request = PRIVACY_REQUESTS.find(({ topic }) => topic === form.get("topic"));
      if (!request) return see(apps, { flash: "There is no such privacy request.", critical: true });
      actions.sendCompliance(shop.domain, request.topic);
      return see(apps, { flash: `${request.topic} was sent to ${app.name}.` });
    }
    default:
      return jsonReply(404, { error: "Not Found" });
  }
}
