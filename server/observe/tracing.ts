import { OpenTelemetryActivityInboundInterceptor, OpenTelemetryActivityOutboundInterceptor } from '@temporalio/interceptors-opentelemetry/lib/worker/index.js';
import { OpenTelemetryWorkflowClientInterceptor } from '@temporalio/interceptors-opentelemetry/lib/client/index.js';
import type { ClientInterceptors } from '@temporalio/client';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { Settings } from '../settings.ts';

/** Tracing of this process: what has to stand around calls of Temporal and around activities. */
export interface Tracing {
  client: ClientInterceptors;
  aroundActivities: ActivityInterceptorsFactory[];
  /** Sends what is not sent yet. */
  stop(): Promise<void>;
}

/** Sends the spans of this process to a collector. Requests get theirs by `watchRequests`, which does nothing where this was not called. */
export function startTracing({ endpoint, service }: NonNullable<Settings['traces']>): Tracing {
  // The provider reads the name of the service from the environment.
  process.env.OTEL_SERVICE_NAME ??= service;
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter, { scheduledDelayMillis: 1_000 })] });
  provider.register();
  return {
    client: { workflow: [new OpenTelemetryWorkflowClientInterceptor()] },
    aroundActivities: [(context) => ({ inbound: new OpenTelemetryActivityInboundInterceptor(context), outbound: new OpenTelemetryActivityOutboundInterceptor(context) })],
    stop: () => provider.shutdown(),
  };
}
