import { redirect } from "@remix-run/node";

/** The library sends requests without a shop here. Shops are never typed in (App Store 2.3.1): the app is opened from the admin. */
export const loader = (): Response => redirect("/");
