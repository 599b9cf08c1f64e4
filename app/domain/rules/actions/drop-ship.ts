import { type Action, lineAction } from "./action.ts";

export const dropShip: Action = lineAction({
  key: "drop_ship", label: "Drop ship the lines", group: "documents", setsOnLines: "vendor",
  help: "The lines are bought from a vendor who ships them. Waits for drop shipping: purchase orders are not made yet.",
  phrase: "have {vendor} ship {lines}",
  value: { name: "vendor", label: "Vendor", kind: "vendor", help: "Left out: the item's preferred vendor.", required: false },
});
