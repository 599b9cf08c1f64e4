/** Form fields with their labels. */
import type { Content, Html } from "../html.ts";
import { html } from "../html.ts";

type Field = { name: string; label: string; value?: string; hint?: string; placeholder?: string };

const hintOf = (hint: string | undefined): Content => (hint === undefined ? null : html`<small>${hint}</small>`);
const placeholderOf = (placeholder: string | undefined): Content => (placeholder === undefined ? null : html` placeholder="${placeholder}"`);

export function textField({ name, label, value = "", hint, placeholder, kind = "text" }: Field & { kind?: "text" | "email" }): Html {
  return html`<label class="field">
    <span>${label}</span>
    <input type="${kind}" name="${name}" value="${value}"${placeholderOf(placeholder)}>
    ${hintOf(hint)}
  </label>`;
}

/** Decimal text: a number field would accept exponents and round. */
export function amountField({ name, label, value = "", hint, placeholder, currency }: Field & { currency: string }): Html {
  return html`<label class="field">
    <span>${label}</span>
    <span class="affixed">
      <i>${currency}</i>
      <input name="${name}" value="${value}" inputmode="decimal" pattern="[0-9]+([.][0-9]+)?" title="An amount such as 12.50" autocomplete="off"${placeholderOf(placeholder)}>
    </span>
    ${hintOf(hint)}
  </label>`;
}

export function choiceField({ name, label, options, value, hint }: Omit<Field, "placeholder"> & { options: readonly { value: string; text: string }[] }): Html {
  const choice = (option: { value: string; text: string }): Html => html`<option value="${option.value}"${option.value === value ? html` selected` : null}>${option.text}</option>`;
  return html`<label class="field">
    <span>${label}</span>
    <select name="${name}">${options.map(choice)}</select>
    ${hintOf(hint)}
  </label>`;
}

export function checkField({ name, label, checked = false }: { name: string; label: string; checked?: boolean }): Html {
  return html`<label class="check"><input type="checkbox" name="${name}" value="on"${checked ? html` checked` : null}><span>${label}</span></label>`;
}

export function quantityField({ name, label, value, min = 0, max }: { name: string; label: string; value: number; min?: number; max?: number }): Html {
  const limit = max === undefined ? null : html` max="${max}"`;
  return html`<input class="quantity" type="number" name="${name}" value="${value}" min="${min}"${limit} step="1" required aria-label="${label}">`;
}
