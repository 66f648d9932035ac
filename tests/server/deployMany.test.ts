import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { readConfig, variables } from '../../server/config.ts';
import { hostKeyIn } from '../../server/http/hostKey.ts';
import { testServer } from '../support/testServer.ts';

const read = (...parts: readonly string[]): string => readFileSync(join(...parts), 'utf8');
const names = variables().map(({ name }) => name);
const standardPort = variables().find(({ name }) => name === 'PORT')?.standard ?? '';
const dockerfile = read('Dockerfile');

const serviceSchema = z.looseObject({
  profiles: z.array(z.string()),
  hostname: z.string().optional(),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()),
});
const composeSchema = z.object({
  services: z.record(z.string(), serviceSchema),
  volumes: z.record(z.string(), z.unknown()),
});

/** `compose.yaml` as the engine reads it where `.env` sets these variables. */
function composed(given: Readonly<Record<string, string>>): z.infer<typeof composeSchema> {
  const filled = (text: string): string =>
    text.replaceAll(
      /\$\{(\w+)(?::[-?]([^}]*))?\}/g,
      (_all, name: string, otherwise = '') => given[name] ?? otherwise,
    );
  const reviver = (_key: unknown, value: unknown): unknown =>
    typeof value === 'string' ? filled(value) : value;
  return composeSchema.parse(parse(read('compose.yaml'), reviver, { merge: true }));
}

describe('profile many of compose.yaml', () => {
  const compose = composed({ CROSSROADS_HOST_PASSWORD: 'a-long-password', POSTGRES_PASSWORD: 'secret' });
  const many = Object.entries(compose.services).filter(([, { profiles }]) => profiles.includes('many'));
  const servers = many.filter(([name]) => name.startsWith('crossroads-'));

  test('is two servers with one database, one volume, and addresses by which they reach each other', () => {
    expect(servers).toHaveLength(2);
    for (const [name, { environment, hostname, volumes }] of servers) {
      expect(hostname).toBe(name);
      expect(Object.keys(environment).filter((variable) => !names.includes(variable))).toEqual([]);
      const config = readConfig(environment);
      expect(config).toMatchObject({
        ok: true,
        value: { peerUrl: `http://${name}:${standardPort}`, publicUrl: 'https://localhost' },
      });
      expect(new URL(environment['DATABASE_URL'] ?? '').hostname).toBe('postgres');
      expect(volumes).toEqual(['data:/data']);
    }
    expect(many.map(([name]) => name)).toContain('postgres');
    const kept = many.flatMap(([, { volumes }]) => volumes.map((volume) => volume.split(':')[0] ?? ''));
    for (const volume of kept)
      expect(volume.startsWith('./') ? existsSync(volume) : volume in compose.volumes, volume).toBe(true);
  });

  test('has a Caddyfile that names these servers', () => {
    const [, upstreams = ''] =
      /reverse_proxy (.+) \{/.exec(read('docs', 'deploy', 'many-compose.conf')) ?? [];
    expect(upstreams.split(' ')).toEqual(servers.map(([name]) => `${name}:${standardPort}`));
  });

  test('leaves profile one as it is: no database server, no other service', () => {
    const one = Object.entries(compose.services).filter(([, { profiles }]) => profiles.includes('one'));
    expect(one.map(([name]) => name)).toEqual(['crossroads']);
    expect(one[0]?.[1].environment).not.toHaveProperty('DATABASE_URL');
  });
});

const probe = z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) });
const podSchema = z.object({
  terminationGracePeriodSeconds: z.number(),
  securityContext: z.object({ runAsUser: z.number(), runAsGroup: z.number(), fsGroup: z.number() }),
  containers: z.tuple([
    z.object({
      ports: z.tuple([z.object({ name: z.string(), containerPort: z.number() })]),
      env: z.array(z.looseObject({ name: z.string(), value: z.string().optional() })),
      startupProbe: probe,
      livenessProbe: probe,
      readinessProbe: probe,
      lifecycle: z.object({ preStop: z.object({ exec: z.object({ command: z.array(z.string()) }) }) }),
      securityContext: z.object({ readOnlyRootFilesystem: z.literal(true) }),
      volumeMounts: z.array(z.looseObject({ name: z.string(), mountPath: z.string() })),
    }),
  ]),
  volumes: z.array(
    z.looseObject({
      name: z.string(),
      secret: z.object({ items: z.array(z.object({ key: z.string(), path: z.string() })) }).optional(),
    }),
  ),
});
const deploymentSchema = z.looseObject({
  spec: z.looseObject({ replicas: z.number(), template: z.looseObject({ spec: podSchema }) }),
});

describe('the manifest for Kubernetes', () => {
  const text = read('docs', 'deploy', 'kubernetes.yaml');
  const documents = parseAllDocuments(text);
  const all = z.array(z.looseObject({ kind: z.string() })).parse(documents.map((one) => one.toJS()));
  const { spec } = deploymentSchema.parse(all.find(({ kind }) => kind === 'Deployment'));
  const pod = spec.template.spec;
  const [container] = pod.containers;
  const [port] = container.ports;

  test('parses, and is a Deployment of two with what leads to it', () => {
    expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
    expect(all.map(({ kind }) => kind)).toEqual(['Deployment', 'Service', 'PodDisruptionBudget', 'Ingress']);
    expect(spec.replicas).toBe(2);
    expect(text.match(/app: crossroads/g)?.length).toBe(5);
  });

  test('sets only variables that the program reads, with values that it takes', () => {
    const given = container.env.filter(({ name }) => name !== 'POD_IP');
    expect(given.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([]);
    const plain = given.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]));
    const env = Object.fromEntries(
      plain.map(([name, value]) => [name, value.replace('$(POD_IP)', '10.1.2.3')]),
    );
    expect(readConfig(env)).toMatchObject({
      ok: true,
      value: { peerUrl: `http://10.1.2.3:${port.containerPort}`, publicUrl: 'https://school.example' },
    });
    // Kubernetes fills in only what stands above.
    expect(container.env[0]?.name).toBe('POD_IP');
  });

  test('fits the image: port, user, folder of data, place of the key', () => {
    expect(dockerfile).toContain(`EXPOSE ${port.containerPort}\n`);
    const { runAsUser, runAsGroup, fsGroup } = pod.securityContext;
    expect(dockerfile).toContain(`USER ${runAsUser}:${runAsGroup}\n`);
    expect(fsGroup).toBe(runAsGroup);
    const [, dataDir = ''] = /DATA_DIR=(\S+)/.exec(dockerfile) ?? [];
    const pathOf = (name: string): string =>
      container.volumeMounts.find((mount) => mount.name === name)?.mountPath ?? '';
    expect(pathOf('data')).toBe(dataDir);
    const [key] = pod.volumes.flatMap(({ secret }) => secret?.items ?? []);
    const own = mkdtempSync(join(tmpdir(), 'crossroads-key-'));
    hostKeyIn(own);
    expect(existsSync(join(own, pathOf('key').replace(dataDir, ''), key?.path ?? 'none'))).toBe(true);
    rmSync(own, { recursive: true });
    const mounted = container.volumeMounts.map(({ name }) => name).toSorted();
    expect(mounted).toEqual(pod.volumes.map(({ name }) => name).toSorted());
  });

  test('asks for health where the server answers, and leaves it time to stop', async () => {
    const server = await testServer();
    for (const { httpGet } of [container.startupProbe, container.livenessProbe, container.readinessProbe]) {
      expect(httpGet.port).toBe(port.name);
      expect((await fetch(`${server.origin}${httpGet.path}`)).status).toBe(200);
    }
    await server.close();
    const [, wait = ''] = container.lifecycle.preStop.exec.command;
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(Number(wait) + 40);
  });

  test('takes from the secret what the page puts there', () => {
    const page = read('docs', 'deploy', 'kubernetes.md');
    const made = [...page.matchAll(/--from-(?:file|literal)=([\w-]+)=/g)].map(([, key = '']) => key);
    const taken = [...text.matchAll(/secretKeyRef: \{ name: crossroads, key: ([\w-]+) \}/g)].map(
      ([, key = '']) => key,
    );
    expect([...taken, 'host-key'].toSorted()).toEqual(made.toSorted());
    expect(text).toContain('items: [{ key: host-key,');
  });
});
