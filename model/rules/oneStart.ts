import { defineRule, type Fault } from './defineRule.ts';
import { scopesOf } from './reading/scopesOf.ts';

/** The process and each subprocess begin in one place. */
export const oneStart = defineRule({
  rule: 'oneStart',
  title: { zh: '只有一个开始', en: 'One start' },
  severity: 'error',
  why: {
    zh: '没有开始，案件一步也走不动；有几个开始，案件会同时走几条路。',
    en: 'Without a start a case never moves; with several it goes several ways at once.',
  },
  faults: (process, index) =>
    scopesOf(process, index).flatMap(({ begins, name, where }): Fault[] => {
      if (begins.length === 0) {
        return [{ message: { zh: `${name.zh}没有开始事件；请放入一个。`, en: `${name.en} has no start event; add one.` }, where }];
      }
      return begins.slice(1).map((extra) => ({
        message: {
          zh: `${name.zh}已有开始事件，“${extra.name.zh}”是多余的；请删除它。`,
          en: `${name.en} already has a start event; “${extra.name.en}” is one too many, remove it.`,
        },
        where: { step: extra.id },
      }));
    }),
});
