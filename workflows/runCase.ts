import { allHandlersFinished, condition, continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import { Hand } from './hand.ts';
import { act, showAgain, stateOf, type ActInput, type CaseResult, type RunCaseInput } from './messages.ts';
import { settleLedger } from './perform.ts';

/** One case, from its declaration to its end. Workflow id = case id. */
export async function runCase(input: RunCaseInput): Promise<CaseResult> {
  const hand = new Hand(input);
  setHandler(stateOf, () => hand.state);
  setHandler(showAgain, () => hand.showAgain());
  setHandler(
    act,
    async (request: ActInput) => {
      const known = hand.takeAct(request);
      await condition(() => hand.isWritten(known.answer.seq));
      known.answer = hand.answer();
      return known.answer;
    },
    { validator: (request: ActInput) => hand.judge(request) },
  );

  for (;;) {
    await condition(() => hand.readyToWrite || (hand.idle && (hand.state.closed !== undefined || mayContinue(input))));
    if (hand.readyToWrite) {
      await hand.write();
      if (hand.state.closed) hand.giveUpQuestions();
      continue;
    }
    const { closed, seq } = hand.state;
    if (closed && hand.idle) {
      if (hand.settling !== undefined) await settleLedger(hand, hand.settling);
      await condition(allHandlersFinished);
      return { outcome: closed.outcome, at: closed.at, seq };
    }
    if (hand.idle && mayContinue(input)) await continueAsNew<typeof runCase>(hand.continued());
  }
}

/** Whether this run should hand over: its history is long, and nobody is being answered. */
function mayContinue({ continueAfter }: RunCaseInput): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  const long = continueAfter === undefined ? continueAsNewSuggested : historyLength >= continueAfter;
  return long && allHandlersFinished();
}
