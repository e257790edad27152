import type { Text } from '../../../../model/text.ts';

/** One thing to choose. */
export interface Option {
  value: string;
  label: Text;
}
