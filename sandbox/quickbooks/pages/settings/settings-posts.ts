/** What a person's presses on the settings page do, through the bookkeeper's door. */
import { preferenceOf } from "../../company/preferences.ts";
import type { Notice } from "../html/notice.ts";
import type { Outcome } from "../outcome.ts";
import type { Visit } from "../visit.ts";
import { PREFERENCE_NAMES } from "./preference-words.ts";
import { settingsPage } from "./settings-page.ts";

export function getSettings(visit: Visit, notice?: Notice): Outcome {
  return visit.read((books) => settingsPage(books, visit.control.isConnected(visit.realmId), notice));
}

export function postSettings(visit: Visit, verb: string): Outcome {
  const { control, realmId, form } = visit;
  switch (verb) {
    case "preferences":
      control.bookkeeper(realmId, { action: "setPreferences", value: changedPreferences(visit) });
      return done(visit, "preferences");
    case "close-books": {
      const date = form.get("date") ?? "";
      if (!isDate(date)) return getSettings(visit, { tone: "refused", text: "Choose the last day of the closed period." });
      control.bookkeeper(realmId, { action: "closeBooks", value: date });
      return done(visit, "closed");
    }
    case "reopen-books":
      control.bookkeeper(realmId, { action: "reopenBooks" });
      return done(visit, "reopened");
    case "disconnect":
      control.disconnect(realmId);
      return done(visit, "disconnected");
    default:
      return undefined;
  }
}

/** An unticked box is not sent at all. */
function changedPreferences({ form, read }: Visit): Record<string, boolean> {
  const wanted = PREFERENCE_NAMES.map((name) => [name, form.has(name)] as const);
  return read((books) => Object.fromEntries(wanted.filter(([name, value]) => (preferenceOf(books, name) === true) !== value)));
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

function done({ realmId }: Visit, what: string): Outcome {
  return { goTo: `/company/${realmId}/settings?done=${what}` };
}
