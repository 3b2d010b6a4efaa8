import type { TrainedModel } from '@dpfair/learning';
import { DpfairError } from '@dpfair/result';
import type { ExitCode } from '../../exit-code.js';
import { trainFaults } from '../../messages/train.js';
import { parseOptions } from '../../options/reading/parse-options.js';
import { modelOutputOptions } from '../../options/train/model-output-options.js';
import { completeTrainSpec } from '../../spec/train/complete-train-spec.js';
import { keepTraining } from '../../spec/train/keep-training.js';
import { trainOptions } from '../../spec/train/train-options.js';
import type { TrainSpec, TrainSpecInput } from '../../spec/train/train-spec.js';
import { trainFile } from '../../train/train-file.js';
import type { Console, Given } from '../command.js';
import { runComputation } from './run-computation.js';

/** Does `dpfair train`. */
export async function runTrain(given: Given, console: Console): Promise<ExitCode> {
  const { modelOut } = (await parseOptions(modelOutputOptions, given)) as { readonly modelOut?: string };
  if (modelOut === '-') throw new DpfairError('usage', trainFaults.modelOnStdout);
  let trained: TrainedModel | undefined;
  const files = () =>
    modelOut === undefined || trained === undefined
      ? []
      : [{ path: modelOut, content: `${JSON.stringify(trained, null, 1)}\n` }];
  return runComputation<TrainSpec, Partial<TrainSpecInput>>(
    {
      options: trainOptions,
      keep: keepTraining,
      complete: completeTrainSpec,
      otherInputs: ({ test }) => (test === null ? [] : [test]),
      shorter: 'fewer --repetitions or --epochs',
      compute: (spec, options) =>
        trainFile(spec, {
          ...options,
          onModel: (model) => {
            trained = model;
          },
        }),
      otherOutputs: { paths: modelOut === undefined ? [] : [modelOut], files },
    },
    given,
    console,
  );
}
