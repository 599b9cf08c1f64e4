/** The HTML document around every page. No ScrollRestoration: it touches sessionStorage, which throws in an iframe without third-party storage (06, Remix traps). */
import { Links, Meta, Outlet, Scripts } from "@remix-run/react";

export default function Root() {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>Tieout</title>
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <Scripts />
      </body>
    </html>
  );
}

export { ErrorPage as ErrorBoundary } from "#app/components/ErrorPage.tsx";
