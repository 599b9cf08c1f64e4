import { type Action, orderAction } from "./action.ts";

export const setLocation: Action = orderAction({
  key: "set_location", label: "Set location (department)", group: "order", sets: "department",
  help: "Puts the documents on a location of QuickBooks.",
  phrase: "use location {location}",
  value: { name: "location", label: "Location", kind: "department", help: "A location of QuickBooks; sent where location tracking is on." },
});
