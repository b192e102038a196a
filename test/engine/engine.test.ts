import { describe, expect, test } from 'vitest';
import { digest } from '../../src/engine/digest.ts';
import type { EngineOptions } from '../../src/engine/engine.ts';
import type { PackIssue } from '../../src/engine/errors.ts';
import { InvalidPackError, InvalidRequestError } from '../../src/engine/errors.ts';
import * as published from '../../src/index.ts';
import type { SharingRequest } from '../../src/model/request.ts';
import type { Pack, Rule } from '../../src/model/rule.ts';
import {
  all,
  always,
  engineOf,
  is,
  never,
  programOf,
  request,
  source,
  worldFor,
  localPack,
} from '../synthetic.ts';
import { asked, bar, decided, duty, finds, note, permissions } from './permitting.ts';

const issuesOf = (rules: readonly Rule[], options: EngineOptions): readonly PackIssue[] => {
  try {
    engineOf(rules, options);
  } catch (error) {
    if (error instanceof InvalidPackError) return error.issues;
    throw error;
  }
  return [];
};

describe('an engine', () => {
  const engine = engineOf(permissions());
  test('decides a request that is well formed, and hands back a frozen decision', () => {
    const decision = engine.decide(asked() as SharingRequest);
    expect(decision.outcome).toBe('share');
    expect(engine.safeDecide(asked())).toEqual({ success: true, decision });
    expect(Object.isFrozen(engine)).toBe(true);
  });

  test('refuses one that is not, with every issue at once, thrown or as a value', () => {
    const broken = { ...asked(), on: 'never', mode: 'perhaps' };
    const safe = engine.safeDecide(broken);
    expect(safe).toMatchObject({ success: false, issues: [{ path: '/mode' }, { path: '/on' }] });
    expect(() => engine.decide(broken as unknown as SharingRequest)).toThrow(InvalidRequestError);
    expect(() => engine.explain(broken as unknown as SharingRequest)).toThrow(InvalidRequestError);
  });

  test('explains all that bears on the date unless it is narrowed', () => {
    expect(engine.explain(asked() as SharingRequest)).toHaveLength(6);
    expect(engine.explain(asked() as SharingRequest, { rule: 'basis' })).toHaveLength(1);
  });
});

describe('many requests', () => {
  const engine = engineOf(permissions());
  const good = asked();
  const bad = { ...good, on: 'never' };

  test('are decided in their order, and one that is malformed stops nothing', () => {
    const requests = [good, bad, null, { ...good, on: '2020-02-29' }];
    const results = [...engine.decideAll(requests)];
    expect(results).toEqual(requests.map((one) => engine.safeDecide(one)));
    expect(results.map(({ success }) => success)).toEqual([true, false, false, true]);
    expect([...engine.decideAll([])]).toEqual([]);
  });

  test('are taken one by one as results are asked for, and their source is ended with them', () => {
    let taken = 0;
    let ended = false;
    function* endless(): Generator {
      try {
        for (;;) {
          taken += 1;
          yield taken % 2 ? good : bad;
        }
      } finally {
        ended = true;
      }
    }
    const results = engine.decideAll(endless());
    expect(taken).toBe(0);
    expect(results.next().value).toEqual(engine.safeDecide(good));
    expect([taken, ended]).toEqual([1, false]);
    for (const result of results) {
      expect(result.success).toBe(false);
      break;
    }
    expect([taken, ended]).toEqual([2, true]);
    expect(results.next()).toEqual({ done: true, value: undefined });
    expect(taken).toBe(2);
  });

  test('may come from anything that can be gone through once', () => {
    const byName = new Map([['first', good]]);
    expect([...engine.decideAll(byName.values())]).toEqual([engine.safeDecide(good)]);
  });
});

describe('the published engine', () => {
  const smallest: SharingRequest = { on: '2026-03-02', mode: 'on-request' };
  test('decides alike with no options and as a value', () => {
    const decision = published.decide(smallest);
    expect(published.createEngine().decide(smallest)).toEqual(decision);
    expect([...published.decideAll([smallest])]).toEqual([{ success: true, decision }]);
    expect(published.safeDecide(smallest)).toEqual({ success: true, decision });
    expect(published.safeDecide({})).toMatchObject({
      success: false,
      issues: [{ path: '/mode' }, { path: '/on' }],
    });
  });

  test('takes local packs beside the national rules', () => {
    const { sources } = published;
    const own = localPack([finds('local-caution', { type: 'caution', params: {} })], {
      sources: [source],
    });
    const { provenance, cautions } = published.createEngine({ packs: [own] }).decide(smallest);
    expect(sources.map(({ id }) => id)).not.toContain(source.id);
    expect(provenance.packs.map(({ id }) => id)).toContain('local');
    expect(cautions).toContainEqual({
      text: 'because local-caution is met',
      reasons: ['local-caution'],
    });
  });

  test('explains every rule that bears on the date, unless it is narrowed', () => {
    const inForce = published.rules.filter(
      ({ effective: { from, to } }) => from <= smallest.on && (to ?? smallest.on) >= smallest.on,
    );
    const explained = new Set(published.explain(smallest).map(({ rule }) => rule));
    expect([...explained].sort()).toEqual(inForce.map(({ id }) => id).sort());
    const [first = ''] = explained;
    expect(new Set(published.explain(smallest, { rule: first }).map(({ rule }) => rule))).toEqual(
      new Set([first]),
    );
  });
});

describe('a date of commencement that only the caller knows', () => {
  const of = (commencement: Rule['commencement'], on: Rule['conditions'] = always) => [
    ...permissions(),
    duty('a-duty', on, {}, { commencement, effective: { from: '2026-02-01' } }),
  ];
  const outcome = (
    rules: readonly Rule[],
    commencement?: EngineOptions['commencement'],
    on = '2026-03-02',
  ) => {
    const { strength, gateways, cautions } = decided(
      rules,
      asked({ on }),
      commencement ? { commencement } : {},
    );
    return [strength, gateways.find(({ id }) => id === 'a-duty-gateway')?.status, cautions.length];
  };

  test('makes announced law a must from that day, and not before it', () => {
    expect(outcome(of('announced'))).toEqual(['should', 'undetermined', 1]);
    const dated = { 'a-duty-gateway': '2026-03-01' };
    expect(outcome(of('announced'), dated, '2026-02-28')).toEqual(['may', undefined, 0]);
    expect(outcome(of('announced'), dated, '2026-03-01')).toEqual(['must', 'applies', 0]);
  });

  test('may be earlier than the announced one', () => {
    const dated = { 'a-duty-gateway': '2026-01-01' };
    expect(outcome(of('announced'), undefined, '2026-01-15')).toEqual(['may', undefined, 0]);
    expect(outcome(of('announced'), dated, '2026-01-15')).toEqual(['must', 'applies', 0]);
  });

  test('of null leaves the law out', () => {
    expect(outcome(of('announced'), { 'a-duty-gateway': null })).toEqual(['may', undefined, 0]);
    expect(outcome(of('not-commenced'), { 'a-duty-gateway': null })).toEqual(['may', undefined, 0]);
  });

  test('begins law that has not commenced', () => {
    expect(outcome(of('not-commenced'))).toEqual(['may', undefined, 1]);
    expect(outcome(of('not-commenced'), { 'a-duty-gateway': '2026-02-02' })).toEqual([
      'must',
      'applies',
      0,
    ]);
  });

  test('opens the power of an announced gateway', () => {
    const rules = permissions({ power: { commencement: 'announced' } });
    expect(decided(rules, asked()).outcome).toBe('seek-advice');
    const commencement = { 'power-gateway': '2026-01-01' };
    expect(decided(rules, asked(), { commencement }).outcome).toBe('share');
  });

  test('reaches all rules of the gateway and no other', () => {
    const rules = [
      ...of('announced'),
      finds(
        'also',
        { type: 'restriction', params: { gateway: 'a-duty-gateway', level: 'law' } },
        never,
        { commencement: 'announced' },
      ),
      duty('other-duty', always, {}, { commencement: 'announced' }),
    ];
    const { gateways } = decided(rules, asked(), {
      commencement: { 'a-duty-gateway': '2026-03-01' },
    });
    expect(gateways.map(({ id, status }) => [id, status])).toEqual([
      ['a-duty-gateway', 'applies'],
      ['other-duty-gateway', 'undetermined'],
      ['power-gateway', 'applies'],
    ]);
  });

  test('stands in the provenance, and nothing does where none was given', () => {
    const commencement = { 'a-duty-gateway': null };
    expect(decided(of('announced'), asked(), { commencement }).provenance.commencement).toEqual(
      commencement,
    );
    expect(decided(of('announced'), asked()).provenance).not.toHaveProperty('commencement');
  });

  test('that is no date is refused', () => {
    for (const date of ['soon', '2026-3-1', '01-03-2026', '', '2026-02-30', '2025-02-29']) {
      expect(issuesOf(of('announced'), { commencement: { 'a-duty-gateway': date } })).toEqual([
        {
          code: 'wrong-commencement',
          pack: 'commencement',
          path: '/a-duty-gateway',
          message: 'expected a calendar date such as 2026-09-30, or null',
          help: 'write the year, month and day as YYYY-MM-DD',
        },
      ]);
    }
  });

  test('of an unknown provision is refused, with the one probably meant', () => {
    const issue = (id: string, rules = of('announced')) =>
      issuesOf(rules, { commencement: { [id]: null } })[0];
    expect(issue('a-duty-gatewy')).toMatchObject({
      code: 'wrong-commencement',
      message: 'no provision of this id awaits commencement',
      help: 'did you mean `a-duty-gateway`?',
    });
    expect(issue('nothing-like-it')?.help).toBe('these do: a-duty-gateway');
    expect(issue('a-duty-gateway', of('in-force'))?.path).toBe('/a-duty-gateway');
  });

  test('names each that awaits commencement once, and every fault at once', () => {
    const rules = [
      ...of('announced'),
      duty('a-duty-2', always, {}, { commencement: 'not-commenced' }),
    ];
    const commencement = { 'unlike-anything': null, 'a-duty-gateway': 'soon' };
    expect(issuesOf(rules, { commencement }).map(({ path, help }) => [path, help])).toEqual([
      ['/unlike-anything', 'these do: a-duty-gateway, a-duty-2-gateway'],
      ['/a-duty-gateway', 'write the year, month and day as YYYY-MM-DD'],
    ]);
  });
});

describe('a local pack', () => {
  const guidance = finds('local-agreement', {
    type: 'guidance-condition',
    params: { level: 'guidance' },
  });
  const calm = { concern: { level: 'none', adultAtSeriousRisk: false } };
  const withPack = (
    rules: readonly Rule[],
    said: Record<string, unknown> = {},
    national: readonly Rule[] = permissions(),
  ) => decided(national, asked(said), { packs: [localPack(rules)] });

  test('raises strength by a duty, and opens no gateway', () => {
    const decision = withPack([duty('local-duty')]);
    expect(decision).toMatchObject({ outcome: 'share', strength: 'should' });
    expect(decision.items[0]?.reasons).toContain('local-duty');
    expect(decision.gateways.map(({ id }) => id)).toEqual(['power-gateway']);
  });

  test('never takes a must away, and never gives a power', () => {
    expect(
      withPack([duty('local-duty')], {}, [...permissions(), duty('national-duty')]).strength,
    ).toBe('must');
    const unpowered = permissions({ power: { conditions: never } });
    expect(withPack([duty('local-duty')], {}, unpowered).outcome).toBe('do-not-share');
  });

  test('is no party to a conflict with a bar', () => {
    const decision = withPack([duty('local-duty')], {}, [...permissions(), bar('the-bar', always)]);
    expect(decision).toMatchObject({ outcome: 'do-not-share', advice: [], urgency: 'routine' });
  });

  test('holds an item back by a guidance condition below significant harm only', () => {
    expect(withPack([guidance], calm)).toMatchObject({
      outcome: 'do-not-share',
      strength: 'should',
    });
    expect(withPack([guidance], { concern: { level: 'significant-harm' } }).outcome).toBe('share');
  });

  test('gives way to a duty in law, and to none that rests on guidance', () => {
    const rules = (strength: 'must' | 'should') => [
      ...permissions(),
      duty('national-duty', always, { strength }),
    ];
    expect(withPack([guidance], calm, rules('must'))).toMatchObject({
      outcome: 'share',
      strength: 'must',
    });
    expect(withPack([guidance], calm, rules('should')).outcome).not.toBe('share');
    // While nobody knows whether the law obliges, what is local holds the item, and the duty is asked about.
    const open = [...permissions(), duty('national-duty', is('demand.inWriting'))];
    const held = withPack([guidance], { ...calm, mode: 'on-request' }, open);
    expect(held.items[0]?.verdict).toBe('undetermined');
    expect(held.questions.map(({ fact }) => fact)).toContain('demand.inWriting');
  });

  test('takes no permission away from what a duty in law is about', () => {
    const exception = finds(
      'local-exception',
      { type: 'conclusion', params: {} },
      all(is('concern.level', ['none', 'welfare'], 'in')),
      { exceptionTo: ['basis'] },
    );
    const bound = [...permissions(), duty('national-duty')];
    expect(withPack([exception], calm, bound)).toMatchObject({ strength: 'must' });
    expect(withPack([exception], calm).outcome).toBe('do-not-share');
    // Piece by piece, where the permission is one of each piece.
    const each = { ...exception, scope: 'item' } as const;
    const pieces = { ...calm, items: [note, { ...note, ref: 'letter', withinDemand: true }] };
    const some = [
      ...permissions({ basis: { scope: 'item' } }),
      duty('national-duty', is('item.withinDemand'), {}, { scope: 'item' }),
    ];
    const found = withPack([each], { ...pieces, mode: 'on-request' }, some);
    expect(found.items.map(({ verdict }) => verdict)).toEqual(['undetermined', 'share']);
  });

  test('takes a national permission away below significant harm only', () => {
    const exception = (id: string) =>
      finds(
        'local-exception',
        { type: 'conclusion', params: {} },
        all(is('concern.level', ['none', 'welfare'], 'in')),
        { exceptionTo: [id] },
      );
    expect(withPack([exception('basis')], calm).outcome).toBe('do-not-share');
    expect(withPack([exception('basis')], { concern: { level: 'child-in-need' } }).outcome).toBe(
      'share',
    );
  });

  describe('that takes a national permission away', () => {
    const exception = finds(
      'local-exception',
      { type: 'conclusion', params: {} },
      all(is('concern.level', ['none', 'welfare'], 'in')),
      { exceptionTo: ['basis'] },
    );
    const outcome = (concern: Record<string, unknown>) =>
      withPack([exception], { concern }).outcome;
    test('does so only where no adult is at serious risk', () => {
      expect(outcome({ level: 'none', adultAtSeriousRisk: false })).toBe('do-not-share');
      expect(outcome({ level: 'none', adultAtSeriousRisk: true })).toBe('share');
    });

    test('never does so where it is not known that the concern is low', () => {
      for (const adultAtSeriousRisk of [undefined, 'unsure'])
        expect(outcome({ level: 'none', adultAtSeriousRisk })).not.toBe('do-not-share');
    });

    test('is bound by that even where the rules are put together unchecked', () => {
      const of = (local: boolean) => {
        const unchecked = { ...exception, conditions: always };
        const program = local
          ? programOf(permissions(), [unchecked])
          : programOf([...permissions(), unchecked]);
        const concern = { level: 'significant-harm' };
        const world = worldFor(program, asked({ concern }));
        return world.results[program.byId.get('basis')?.number ?? -1];
      };
      expect(of(true)).toEqual([2]);
      expect(of(false)).toEqual([0]);
    });
  });

  test('bears on nothing before it begins or after it ends, whatever its rules say', () => {
    const bearsOn = (
      effective: Pack['effective'],
      own: Rule['effective'] = { from: '2000-03-01' },
    ) =>
      ['2025-12-31', '2026-01-01', '2026-02-28', '2026-03-01', '2026-12-31', '2027-01-01'].filter(
        (on) =>
          decided(permissions(), asked({ ...calm, on }), {
            packs: [localPack([{ ...guidance, effective: own }], { effective })],
          }).outcome === 'do-not-share',
      );
    expect(bearsOn({ from: '2026-01-01', to: '2026-02-28' })).toEqual(['2026-01-01', '2026-02-28']);
    expect(bearsOn({ from: '2026-03-01' })).toEqual(['2026-03-01', '2026-12-31', '2027-01-01']);
    expect(
      bearsOn({ from: '2026-01-01', to: '2026-12-31' }, { from: '2026-02-28', to: '2026-03-01' }),
    ).toEqual(['2026-02-28', '2026-03-01']);
    expect(
      bearsOn({ from: '2026-02-28', to: '2026-03-01' }, { from: '2026-01-01', to: '2026-12-31' }),
    ).toEqual(['2026-02-28', '2026-03-01']);
    expect(bearsOn({ from: '2026-12-31' }, { from: '2000-03-01', to: '2026-03-01' })).toEqual([]);
  });

  test('that has the id of the national pack is refused, and not left out', () => {
    const own = localPack([guidance], { id: 'synthetic' });
    expect(issuesOf(permissions(), { packs: [own] }).map(({ code }) => code)).toEqual([
      'duplicate-pack',
    ]);
  });

  test('says what is to be done', () => {
    const obliging = finds('local-obligation', {
      type: 'obligation',
      params: { obligation: 'follow-up', level: 'must', when: 'after', text: 'Follow up.' },
    });
    expect(withPack([obliging]).obligations).toMatchObject([
      { id: 'follow-up', reasons: ['local-obligation'] },
    ]);
  });

  test('brings its own sources', () => {
    const own = {
      ...source,
      id: 'local-procedure',
      title: 'Local procedure',
      kind: 'local-procedure' as const,
    };
    const rule = finds('local-caution', { type: 'caution', params: {} }, always, {
      references: [{ source: own.id, at: 'p 1' }],
    });
    const decision = decided(permissions(), asked(), {
      packs: [localPack([rule], { sources: [own] })],
    });
    expect(decision.citations.map(({ id, kind }) => [id, kind])).toEqual([
      ['local-procedure', 'local-procedure'],
      ['synthetic-act', 'act'],
    ]);
  });

  test('is refused where it holds what only national rules may, or rests on nothing', () => {
    const codes = (rules: readonly Rule[]) =>
      issuesOf(permissions(), { packs: [localPack(rules)] }).map(({ code, pack: of, rule }) => [
        code,
        of,
        rule,
      ]);
    expect(codes([bar('local-bar', always)])).toEqual([['not-local', 'local', 'local-bar']]);
    expect(
      codes([finds('local-caution', { type: 'caution', params: {} }, is('no.such-fact'))]),
    ).toEqual([['unknown-fact', 'local', 'local-caution']]);
  });

  test('is refused together with a wrong commencement, all at once', () => {
    const options = {
      packs: [localPack([bar('local-bar', always)])],
      commencement: { nothing: null },
    };
    expect(issuesOf(permissions(), options).map(({ code }) => code)).toEqual([
      'wrong-commencement',
      'not-local',
    ]);
  });

  test('stands in the provenance with its digest', () => {
    const own = localPack([guidance], { version: '7' });
    const { packs } = decided(permissions(), asked(), { packs: [own] }).provenance;
    expect(packs).toEqual([
      { id: 'local', version: '7', sha256: digest(own) },
      { id: 'synthetic', version: '1', sha256: '0'.repeat(64) },
    ]);
    expect(digest(own)).toMatch(/^[0-9a-f]{64}$/);
    const other = decided(permissions(), asked(), { packs: [{ ...own, title: 'Another title' }] });
    expect(other.provenance.packs[0]?.sha256).not.toBe(digest(own));
  });

  test('is copied, so that what the caller does to it afterwards changes nothing', () => {
    const own = structuredClone(localPack([guidance]));
    const engine = engineOf(permissions(), { packs: [own] });
    const before = JSON.stringify(engine.decide(asked(calm) as SharingRequest));
    Object.assign(own.rules[0] ?? {}, { conditions: never });
    Object.assign(own, { version: '8' });
    expect(JSON.stringify(engine.decide(asked(calm) as SharingRequest))).toBe(before);
    expect(Object.isFrozen(own)).toBe(false);
  });
});

test('the order of packs makes no difference', () => {
  const first = localPack([duty('z-duty')], { id: 'a-pack' });
  const second = localPack([finds('b-caution', { type: 'caution', params: {} })], { id: 'z-pack' });
  const third = localPack([finds('a-caution', { type: 'caution', params: {} })], { id: 'm-pack' });
  const by = (...packs: Pack[]) => JSON.stringify(decided(permissions(), asked(), { packs }));
  expect(by(first, second, third)).toBe(by(third, second, first));
  expect(JSON.parse(by(third, first, second))).toMatchObject({
    strength: 'should',
    provenance: {
      packs: [{ id: 'a-pack' }, { id: 'm-pack' }, { id: 'synthetic' }, { id: 'z-pack' }],
    },
  });
});

test('an engine holds nothing of any request', () => {
  const engine = engineOf([
    ...permissions(),
    bar('irrelevant', is('item.relevant', false), { scope: 'item' }),
  ]);
  const full = asked() as SharingRequest;
  const first = JSON.stringify(engine.decide(full));
  engine.decide(request({ items: [{ ref: 'letter', relevant: false }] }) as SharingRequest);
  expect(JSON.stringify(engine.decide(full))).toBe(first);
});
