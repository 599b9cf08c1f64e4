import { type Action, lineAction } from "./action.ts";

export const dropShip: Action = lineAction({
  key: "drop_ship", label: "Drop ship the lines", group: "documents", setsOnLines: "vendor",
  help: "Once the order is paid, or its money reserved, the lines go on a purchase order to the vendor who ships them, in the mode with purchase orders.",
  phrase: "have {vendor} ship {lines}",
  value: { name: "vendor", label: "Vendor", kind: "vendor", help: "Left out: the item's preferred vendor in QuickBooks, else the vendor of the product in Shopify.", required: false },
});
