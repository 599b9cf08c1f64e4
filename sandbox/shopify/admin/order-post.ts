/** The buttons of an order page: form in, action, sentence out. */
import type { HttpAnswer } from "../../http/server.ts";
import { ShopifyActionError } from "../orders/order-errors.ts";
import type { OrderRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { orderAddress } from "./addresses.ts";
import type { AdminBackend } from "./backend.ts";
import { FormError } from "./forms/form-error.ts";
import { cancelForm, editForm, fulfilForm, payForm, refundForm } from "./forms/order-forms.ts";
import { see } from "./see.ts";

type Press = { order: OrderRecord; action: string; form: URLSearchParams };

/** A refusal comes back as a sentence above the unchanged order. */
export function orderAction(backend: AdminBackend, shop: ShopState, press: Press): HttpAnswer {
  const address = orderAddress(shop, press.order.id);
  try {
    return see(address, { flash: perform(backend.actions, shop, press) });
  } catch (error) {
    if (error instanceof FormError || error instanceof ShopifyActionError) return see(address, { flash: sentence(error.message), critical: true });
    throw error;
  }
}

function perform(actions: AdminBackend["actions"], shop: ShopState, { order, action, form }: Press): string {
  const { domain } = shop;
  switch (action) {
    case "pay":
      actions.pay(domain, order.id, payForm(form));
      return "The payment was recorded.";
    case "fulfil":
      actions.fulfil(domain, order.id, fulfilForm(form));
      return "The items were fulfilled.";
    case "edit":
      actions.edit(domain, order.id, editForm(form, order, shop));
      return "The order was edited.";
    case "refund":
      actions.refund(domain, order.id, refundForm(form));
      return "The refund was recorded.";
    case "cancel":
      actions.cancel(domain, order.id, cancelForm(form));
      return "The order was canceled.";
    default:
      throw new ShopifyActionError(`there is no action ${action}`);
  }
}

function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
