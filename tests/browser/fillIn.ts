import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { yuanOfFen } from '../../designer/form/fenOfYuan.ts';
import type { JsonSchema } from '../../model/form/jsonSchema.ts';
import type { Json, JsonObject } from '../../model/text.ts';

/** Fills in a form field by field as its labels say (in Chinese), from answers as the case keeps them. */
export async function fillIn(form: Page | Locator, schema: JsonSchema, answers: JsonObject): Promise<void> {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const answer = answers[name];
    if (answer !== undefined) await fillField(form, field, field['x-zh'] ?? name, answer);
  }
}

async function fillField(form: Page | Locator, field: JsonSchema, label: string, answer: Json): Promise<void> {
  if (typeof answer === 'boolean') {
    const choice = form.getByRole('radiogroup', { name: label, exact: true }).getByRole('radio', { name: answer ? '是' : '否', exact: true });
    await choice.click();
    await expect.poll(() => choice.isChecked(), { timeout: 10_000 }).toBe(true);
    return;
  }
  const box = form.getByLabel(label, { exact: true });
  if (field.enum && typeof answer === 'string') {
    await box.fill(field['x-enum-zh']?.[field.enum.indexOf(answer)] ?? answer);
    await box.press('Enter');
    return;
  }
  if (Array.isArray(answer)) {
    for (const item of answer) {
      await box.fill(String(item));
      await box.press('Enter');
    }
    return;
  }
  await box.fill(typeof answer === 'number' && field['x-format'] === 'fen' ? yuanOfFen(answer) : String(answer));
  if (field.format === 'date') await box.press('Enter');
}
