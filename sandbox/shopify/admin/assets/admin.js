// @ts-check
/** What every page of the admin does: dialogs, menus, live parts, and forgetting the flash in the address. */
import { joinDialogs } from "./dialogs.js";
import { keepLive } from "./live.js";
import { joinMenus } from "./menus.js";

joinDialogs(document);
joinMenus(document);
keepLive(document);

const address = new URL(location.href);
if (address.searchParams.has("flash")) {
  address.searchParams.delete("flash");
  address.searchParams.delete("tone");
  history.replaceState(history.state, "", address);
}
