/** Form fields with their labels. */
import type { Html } from "../html.ts";
import { html } from "../html.ts";

type Field = { name: string; label: string; value?: string; hint?: string; placeholder?: string };

export function textField({ name, label, value = "", hint, placeholder, kind = "text" }: Field & { kind?: "text" | "email" }): Html {
  return html`<label class="field"><span>${label}</span><input type="${kind}" name="${name}" value="${value}"${placeholder === undefined ? null : html` placeholder="${placeholder}"`}>${hint === undefined ? null : html`<small>${hint}</small>`}</label>`;
}

/** Decimal text: a number field would accept exponents and round. */
export function amountField({ name, label, value = "", hint, placeholder, currency }: Field & { currency: string }): Html {
  return html`<label class="field"><span>${label}</span><span class="affixed"><i>${currency}</i><input name="${name}" value="${value}" inputmode="decimal" pattern="[0-9]+([.][0-9]+)?" title="An amount such as 12.50" autocomplete="off"${placeholder === undefined ? null : html` placeholder="${placeholder}"`}></span>${hint === undefined ? null : html`<small>${hint}</small>`}</label>`;
}

export function choiceField({ name, label, options, value, hint }: Omit<Field, "placeholder"> & { options: readonly { value: string; text: string }[] }): Html {
  return html`<label class="field"><span>${label}</span><select name="${name}">${options.map((option) => html`<option value="${option.value}"${option.value === value ? html` selected` : null}>${option.text}</option>`)}</select>${hint === undefined ? null : html`<small>${hint}</small>`}</label>`;
}

export function checkField({ name, label, checked = false, hint }: { name: string; label: string; checked?: boolean; hint?: string }): Html {
  return html`<label class="check"><input type="checkbox" name="${name}" value="on"${checked ? html` checked` : null}><span>${label}${hint === undefined ? null : html`<small>${hint}</small>`}</span></label>`;
}

export function quantityField({ name, label, value, min = 0, max }: { name: string; label: string; value: number; min?: number; max?: number }): Html {
  return html`<input class="quantity" type="number" name="${name}" value="${value}" min="${min}"${max === undefined ? null : html` max="${max}"`} step="1" required aria-label="${label}">`;
}
