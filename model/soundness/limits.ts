import type { Text } from '../text.ts';

/** What every proof leaves out: a counterexample may be impossible for the data, and what is said to be sound is so within these limits. */
const always: Text[] = [
  { zh: '不看数据：每个分支、结果、错误、期限和消息都可能发生，因此反例中的选择在实际数据下可能不会出现。', en: 'Data are left open: every branch, outcome, error, clock and message may happen, so that the choices of a counterexample may be impossible for real data.' },
  { zh: '同一范围内每个步骤只允许一个令牌；出现第二个即报告，其后不再推演。', en: 'A step holds one token in its scope; a second one is reported, and what would follow is not explored.' },
  { zh: '不打断所附步骤的提醒在每次办理中只发生一次；其分支（或非打断消息的分支）走完之前不再发生。', en: 'A reminder comes once in a visit; neither it nor a message that does not interrupt comes again while its branch is under way.' },
  { zh: '多人任务按一个任务计；同一消息有几处可接收时，每处都可能收到。', en: 'A multi-instance task counts as one; where several steps listen for the same message, each may receive it.' },
  { zh: '撤回、终止、管理员中止与故障处理不在推演之内；没有边界错误接住的失败视为重试直到成功。', en: 'Withdrawal, termination, suspension by an administrator and incidents are left out; a failure that nothing catches is taken to be retried until it succeeds.' },
];

/** The limits of a proof, with the one it ran into, if any. */
export function limitsOf({ bound, reached, truncated }: { bound: number; reached: boolean; truncated: boolean }): Text[] {
  return [
    ...always,
    ...(reached ? [{ zh: `推演在 ${bound} 个状态后停止，其余状态未查。`, en: `Exploration stopped after ${bound} markings; the others were not looked at.` }] : []),
    ...(truncated ? [{ zh: '有包容网关的组合过多，未全部推演。', en: 'An inclusive gateway has too many combinations; not all were followed.' }] : []),
  ];
}
