/** Every field, in the order in which people are offered them. A new field is one file and one entry here. */
import type { Field } from "./field.ts";
import { lineGiftCard } from "./line-gift-card.ts";
import { linePrice } from "./line-price.ts";
import { lineQuantity } from "./line-quantity.ts";
import { lineSku } from "./line-sku.ts";
import { lineTitle } from "./line-title.ts";
import { lineVendor } from "./line-vendor.ts";
import { orderAttribute } from "./order-attribute.ts";
import { orderCreatedDate } from "./order-created-date.ts";
import { orderCurrency } from "./order-currency.ts";
import { orderDiscountCodes } from "./order-discount-codes.ts";
import { orderFinancialStatus } from "./order-financial-status.ts";
import { orderFulfillmentStatus } from "./order-fulfillment-status.ts";
import { orderName } from "./order-name.ts";
import { orderPaymentMethod } from "./order-payment-method.ts";
import { orderShippingCountry } from "./order-shipping-country.ts";
import { orderSourceName } from "./order-source-name.ts";
import { orderStatus } from "./order-status.ts";
import { orderTags } from "./order-tags.ts";
import { orderTest } from "./order-test.ts";
import { orderTotal } from "./order-total.ts";

export const FIELDS: readonly Field[] = [
  orderStatus,
  orderFinancialStatus,
  orderFulfillmentStatus,
  orderName,
  orderCreatedDate,
  orderTotal,
  orderCurrency,
  orderPaymentMethod,
  orderTags,
  orderAttribute,
  orderDiscountCodes,
  orderSourceName,
  orderShippingCountry,
  orderTest,
  lineSku,
  lineTitle,
  lineVendor,
  lineQuantity,
  linePrice,
  lineGiftCard,
];

export const FIELD_BY_KEY: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field.key, field]));
