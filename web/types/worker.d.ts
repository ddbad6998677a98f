// What the build gives to the service worker, and the scope that it runs in.
// Knows names and types, nothing of what they do.

declare const BUILD: WorkerData;

/** Of all workers, only a service worker runs what stands in web/worker. */
interface WorkerGlobalScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: Clients;
  skipWaiting(): Promise<void>;
  addEventListener<Type extends keyof ServiceWorkerGlobalScopeEventMap>(
    type: Type,
    listener: (event: ServiceWorkerGlobalScopeEventMap[Type]) => void,
  ): void;
}
