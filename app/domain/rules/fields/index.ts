/** Every field, in the order in which people are offered them. A new field is one file and one entry here. */
import type { Field } from "./field.ts";
import { lineCollection } from "./line-collection.ts";
import { lineDiscounted } from "./line-discounted.ts";
import { lineFulfillmentService } from "./line-fulfillment-service.ts";
import { lineGiftCard } from "./line-gift-card.ts";
import { lineItemType } from "./line-item-type.ts";
import { linePrice } from "./line-price.ts";
import { lineProductTags } from "./line-product-tags.ts";
import { lineProductType } from "./line-product-type.ts";
import { lineProperty } from "./line-property.ts";
import { lineQuantity } from "./line-quantity.ts";
import { lineRequiresShipping } from "./line-requires-shipping.ts";
import { lineSellingPlan } from "./line-selling-plan.ts";
import { lineSku } from "./line-sku.ts";
import { lineTaxable } from "./line-taxable.ts";
import { lineTitle } from "./line-title.ts";
import { lineVariantTitle } from "./line-variant-title.ts";
import { lineVendor } from "./line-vendor.ts";
import { lineWeight } from "./line-weight.ts";
import { orderAnyAttribute } from "./order-any-attribute.ts";
import { orderApp } from "./order-app.ts";
import { orderAttribute } from "./order-attribute.ts";
import { orderBillingCompany } from "./order-billing-company.ts";
import { orderBillingCountry } from "./order-billing-country.ts";
import { orderBillingName } from "./order-billing-name.ts";
import { orderBillingRegion } from "./order-billing-region.ts";
import { orderCancelReason } from "./order-cancel-reason.ts";
import { orderCardBrand } from "./order-card-brand.ts";
import { orderCompany } from "./order-company.ts";
import { orderCompanyLocation } from "./order-company-location.ts";
import { orderCreatedDate } from "./order-created-date.ts";
import { orderCurrency } from "./order-currency.ts";
import { orderCustomerOrdersCount } from "./order-customer-orders-count.ts";
import { orderCustomerTags } from "./order-customer-tags.ts";
import { orderCustomerTaxExempt } from "./order-customer-tax-exempt.ts";
import { orderDayOfWeek } from "./order-day-of-week.ts";
import { orderDiscount } from "./order-discount.ts";
import { orderDiscountCodes } from "./order-discount-codes.ts";
import { orderEdited } from "./order-edited.ts";
import { orderEmailDomain } from "./order-email-domain.ts";
import { orderFinancialStatus } from "./order-financial-status.ts";
import { orderFulfilledDate } from "./order-fulfilled-date.ts";
import { orderFulfillmentLocation } from "./order-fulfillment-location.ts";
import { orderFulfillmentService } from "./order-fulfillment-service.ts";
import { orderFulfillmentStatus } from "./order-fulfillment-status.ts";
import { orderGiftCardPaid } from "./order-gift-card-paid.ts";
import { orderLocation } from "./order-location.ts";
import { orderName } from "./order-name.ts";
import { orderNote } from "./order-note.ts";
import { orderNumber } from "./order-number.ts";
import { orderOutstanding } from "./order-outstanding.ts";
import { orderPaymentMethod } from "./order-payment-method.ts";
import { orderPaymentTerms } from "./order-payment-terms.ts";
import { orderPoNumber } from "./order-po-number.ts";
import { orderProcessedDate } from "./order-processed-date.ts";
import { orderRefundReason } from "./order-refund-reason.ts";
import { orderRisk } from "./order-risk.ts";
import { orderShipping } from "./order-shipping.ts";
import { orderShippingCarrier } from "./order-shipping-carrier.ts";
import { orderShippingCity } from "./order-shipping-city.ts";
import { orderShippingCountry } from "./order-shipping-country.ts";
import { orderShippingMethod } from "./order-shipping-method.ts";
import { orderShippingPostcode } from "./order-shipping-postcode.ts";
import { orderShippingRegion } from "./order-shipping-region.ts";
import { orderSourceName } from "./order-source-name.ts";
import { orderStatus } from "./order-status.ts";
import { orderSubtotal } from "./order-subtotal.ts";
import { orderTags } from "./order-tags.ts";
import { orderTax } from "./order-tax.ts";
import { orderTest } from "./order-test.ts";
import { orderTip } from "./order-tip.ts";
import { orderTotal } from "./order-total.ts";

export const FIELDS: readonly Field[] = [
  orderStatus,
  orderFinancialStatus,
  orderFulfillmentStatus,
  orderName,
  orderNumber,
  orderTest,
  orderEdited,
  orderTags,
  orderNote,
  orderAttribute,
  orderAnyAttribute,
  orderSourceName,
  orderApp,
  orderLocation,
  orderRisk,
  orderCancelReason,
  orderPoNumber,
  orderDiscountCodes,
  orderCreatedDate,
  orderProcessedDate,
  orderFulfilledDate,
  orderDayOfWeek,
  orderTotal,
  orderSubtotal,
  orderDiscount,
  orderShipping,
  orderTax,
  orderTip,
  orderOutstanding,
  orderCurrency,
  orderPaymentMethod,
  orderCardBrand,
  orderGiftCardPaid,
  orderPaymentTerms,
  orderRefundReason,
  orderShippingMethod,
  orderShippingCarrier,
  orderFulfillmentService,
  orderFulfillmentLocation,
  orderShippingCountry,
  orderShippingRegion,
  orderShippingCity,
  orderShippingPostcode,
  orderBillingCountry,
  orderBillingRegion,
  orderBillingCompany,
  orderBillingName,
  orderEmailDomain,
  orderCustomerTags,
  orderCustomerOrdersCount,
  orderCustomerTaxExempt,
  orderCompany,
  orderCompanyLocation,
  lineSku,
  lineTitle,
  lineVariantTitle,
  lineVendor,
  lineProductType,
  lineProductTags,
  lineCollection,
  lineQuantity,
  linePrice,
  lineDiscounted,
  lineTaxable,
  lineGiftCard,
  lineRequiresShipping,
  lineProperty,
  lineSellingPlan,
  lineFulfillmentService,
  lineWeight,
  lineItemType,
];

export const FIELD_BY_KEY: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field.key, field]));
