/** The app's pages in the admin's navigation. App Bridge reads the links and draws them outside of the iframe. */
import { Link } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import "./AppNavigation.css";

export type NavigationItem = { path: string; title: string };

export function AppNavigation({ home, items }: { home: NavigationItem; items: readonly NavigationItem[] }) {
  return (
    <NavMenu>
      {/* Says where the app's own name leads; it is not shown as an item. */}
      <Link to={home.path} rel="home">{home.title}</Link>
      {items.map(({ path, title }) => <Link key={path} to={path}>{title}</Link>)}
    </NavMenu>
  );
}
