/** What a person may have put on a sales form: classes and custom fields. */
import { type Money, negate } from "#app/domain/money/money.ts";
import type { HandWritten } from "#app/pipeline/ports/ledger.ts";
import type { WireEditableForm } from "../wire-schemas.ts";

export function handWritten({ ClassRef, Line, CustomField }: WireEditableForm, money: (amount: number) => Money): HandWritten {
  return {
    classId: ClassRef?.value ?? null,
    lines: Line.flatMap(({ Amount, SalesItemLineDetail: item, DiscountLineDetail: discount }) => {
      if (item) return [{ itemId: item.ItemRef?.value ?? null, amount: money(Amount), classId: item.ClassRef?.value ?? null }];
      return discount ? [{ itemId: null, amount: negate(money(Amount)), classId: discount.ClassRef?.value ?? null }] : [];
    }),
    customFields: CustomField.flatMap(({ DefinitionId, StringValue }) => (StringValue ? [{ id: DefinitionId, value: StringValue }] : [])),
  };
}
