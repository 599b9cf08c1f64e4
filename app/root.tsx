/** The HTML document around every page. No ScrollRestoration: it touches sessionStorage, which throws in an iframe without third-party storage (06, Remix traps). */
import type { ReactNode } from "react";
import { Links, Meta, Outlet, Scripts } from "@remix-run/react";

/** Around pages and around the error page. */
export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>Tieout</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <Scripts />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export { ErrorPage as ErrorBoundary } from "#app/components/ErrorPage.tsx";
