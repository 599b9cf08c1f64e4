/** Where the admin shows the app's extensions: a block and an action on an order's page, an action for the orders chosen in the list. */
import type { OrderRecord } from "../../state/order-record.ts";
import { shopAddress } from "../addresses.ts";
import type { PageRequest } from "../backend.ts";
import type { ExtensionName } from "../extensions.ts";
import type { Html } from "../html.ts";
import { html } from "../html.ts";

export const orderGid = ({ id }: Pick<OrderRecord, "id">): string => `gid://shopify/Order/${id}`;

const address = ({ shop }: PageRequest, name: ExtensionName): string => `${shopAddress(shop, "/extension")}?name=${name}`;
const isThere = ({ shop, backend: { app } }: PageRequest): boolean => shop.installed && app.url() !== undefined;

/** Outside of the live part: replacing it would start the extension anew. */
export function orderBlock(request: PageRequest, order: OrderRecord): Html | null {
  if (!isThere(request)) return null;
  return html`<section class="card extension-card" aria-label="${request.backend.app.name} block">
    <iframe class="extension-frame" data-extension-block title="${request.backend.app.name} block" name="extension-block" src="${address(request, "order-block")}&amp;id=${encodeURIComponent(orderGid(order))}"></iframe>
  </section>`;
}

export function moreActions(order: OrderRecord): Html {
  return html`<details class="more" data-menu>
    <summary class="button" id="more-actions">More actions</summary>
    <div class="more-list"><button type="button" data-runs-extension="${orderGid(order)}">Resync to QuickBooks</button></div>
  </details>`;
}

export function bulkBar(): Html {
  return html`<div class="bulk-bar" data-bulk-bar hidden role="region" aria-label="Chosen orders">
    <span data-bulk-count></span><button type="button" class="button" data-runs-extension="">Resync to QuickBooks</button>
  </div>`;
}

/** The window an action opens in; its frame is made when it opens, so that it begins anew each time. */
export function extensionDialog(request: PageRequest, name: ExtensionName): Html | null {
  if (!isThere(request)) return null;
  return html`<dialog class="dialog extension-dialog" data-extension-dialog data-source="${address(request, name)}" data-title="${request.backend.app.name} action" aria-label="Resync to QuickBooks"></dialog>`;
}
