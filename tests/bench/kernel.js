// The comparator of P1: one round of one pass by the formulas of the rules, on typed arrays that are allotted once, with no ledger, no causes,
// no checks and no names. It is meant to be fast and to give the engine's numbers, not to be read; `rules.ts` proves that it does.
import { draw } from '../../shared/model/chance.ts';

const M = 1e6;
const round6 = (x) => Math.floor(x * M + 0.5) / M;
const unit = (x) => (x < 0 ? 0 : x > 1 ? 1 : x);

/** Room for n seats, to be used again and again. */
export function kernelRoom(n) {
  const f = (k) => new Float64Array(k);
  return {
    n,
    dials: f(4),
    dev: f(n),
    D: f(n),
    L: f(n),
    O: f(n),
    shock: f(n),
    score: f(n),
    T: f(n * n),
    R: f(n * n),
    tau: f(n * n),
    grievance: new Uint8Array(n * n),
    engaged: new Uint8Array(n * n),
    camp: new Int32Array(n),
    depth: f(64),
    points: f(64),
    mark: new Uint8Array(64),
    kind: new Int8Array(64),
    side: new Int8Array(64),
    field: new Int8Array(64),
    size: new Int32Array(64),
    member: new Uint8Array(64 * n),
    nextBloc: 1,
    T0: f(n * n),
    dev0: f(n),
    G: f(n * n),
    X: f(n * n),
    S: f(n * n),
    Th: f(n * n),
    th: f(n),
    th0: f(n),
    Th0: f(n * n),
    c: f(n * n),
    e: f(n * n),
    camp0: new Int32Array(n),
    kappa: f(n),
    u: f(n),
    left: f(n),
    fresh: new Uint8Array(n * n),
    now: new Uint8Array(n * n),
    totals: f(8),
    order: new Int32Array(64),
    Z: f(n),
    round: 0,
    passes: 0,
  };
}

/** Copies a world into a room. */
export function load(k, world) {
  const { n } = k;
  const put = (to, from) => {
    for (let i = 0; i < to.length; i++) to[i] = from[i] / M;
  };
  put(k.dev, world.development);
  put(k.D, world.defence);
  put(k.L, world.localization);
  put(k.O, world.force);
  put(k.shock, world.shock);
  put(k.score, world.score);
  put(k.T, world.trust);
  put(k.R, world.restriction);
  put(k.tau, world.barrier);
  k.dials[0] = world.regime / M;
  k.dials[1] = world.institutions / M;
  k.dials[2] = world.opacity / M;
  k.dials[3] = world.competition / M;
  k.grievance.set(world.grievance);
  k.engaged.set(world.engaged);
  k.round = world.round;
  k.passes = world.passes;
  k.nextBloc = world.nextBloc;
  k.size.fill(0);
  k.member.fill(0);
  k.kind.fill(0);
  for (const b of world.blocs) {
    const q = b.id;
    k.kind[q] = b.kind === 'exclusive' ? 1 : 2;
    k.side[q] = b.side;
    k.size[q] = b.members.length;
    if (b.kind === 'exclusive') k.depth[q] = b.depth / M;
    else {
      k.points[q] = b.coordination / M;
      k.mark[q] = b.coordinated ? 1 : 0;
      k.field[q] = b.field;
    }
    for (const m of b.members) k.member[q * n + m] = 1;
  }
}

function camps(k, p) {
  const { n, camp, kappa } = k;
  camp.fill(0);
  kappa.fill(0);
  for (let q = 1; q < k.nextBloc; q++) {
    if (k.kind[q] !== 1 || k.size[q] < p.campMin) continue;
    let sum = 0;
    for (let i = 0; i < n; i++)
      if (k.member[q * n + i]) {
        camp[i] = q;
        sum += k.w[i];
      }
    for (let i = 0; i < n; i++) if (k.member[q * n + i]) kappa[i] = (sum - k.w[i]) / n;
  }
}

function boundary(k) {
  const { n, camp, depth, S } = k;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const a = camp[i],
        b = camp[j];
      const s = a === b ? 0 : a && b ? Math.max(depth[a], depth[b]) : 0.5 * depth[a || b];
      S[i * n + j] = s;
      S[j * n + i] = s;
    }
}

function perceive(k, p) {
  const { n, w, T, R, S, Th, th, camp, kappa, dials } = k;
  camps(k, p);
  boundary(k);
  const om = dials[2] * (1 - p.omegaU * dials[0]),
    f = (p.kThreatBase + p.kThreat * dials[3]) * (1 - p.thU * dials[0]);
  let B = 0,
    W = 0,
    TB = 0;
  for (let j = 0; j < n; j++) {
    const A = p.aBase + p.aCap * k.cap[j] + p.aOff * k.O[j] + p.aHard * om * k.D[j];
    for (let i = 0; i < n; i++)
      if (i !== j) {
        const x = i * n + j;
        Th[x] = Math.min(1, (1 - T[x]) * A * f * (1 + p.thSep * S[x] + p.thM * R[j * n + i]));
      }
  }
  let TH = 0;
  for (let i = 0; i < n; i++) {
    let s = 0,
      b = 0,
      t = 0;
    for (let j = 0; j < n; j++) {
      const x = i * n + j;
      s += w[j] * Th[x];
      b += w[j] * S[x];
      t += w[j] * T[x];
    }
    B += w[i] * b;
    TB += w[i] * t;
    W += w[i] * (n - w[i]);
    let v = s / (n - w[i]);
    const q = camp[i];
    if (q) v *= 1 - p.allyRelief * Math.min(1, 2 * kappa[i]) * (0.5 + 0.5 * k.depth[q]);
    th[i] = Math.min(1, v + k.shock[i]);
    TH += w[i] * th[i];
  }
  k.B = B / W;
  k.Tbar = TB / W;
  k.W = W;
  k.Thbar = TH / n;
  k.FR = treaties(k);
}

function treaties(k) {
  const { n, w } = k;
  let r = 0;
  const list = k.order;
  let common = [0, 0, 0];
  for (let q = 1; q < k.nextBloc; q++)
    if (k.kind[q] && k.size[q] > 1) {
      if (k.kind[q] === 2 && k.mark[q]) {
        if (!common[k.field[q]]) {
          common[k.field[q]] = 1;
          list[r++] = -1 - k.field[q];
        }
      } else list[r++] = q;
    }
  if (r === 0) return 0;
  const isIn = (t, i) => {
    if (t > 0) return k.member[t * n + i];
    for (let q = 1; q < k.nextBloc; q++)
      if (k.kind[q] === 2 && k.mark[q] && k.size[q] > 1 && k.field[q] === -1 - t && k.member[q * n + i])
        return 1;
    return 0;
  };
  let top = 0,
    sel = 0;
  for (let a = 0; a < r; a++) {
    let s = 0;
    for (let i = 0; i < n; i++) if (isIn(list[a], i)) s += w[i];
    if (s / n > top) top = s / n;
    for (let b = a + 1; b < r; b++) {
      let both = 0,
        any = 0;
      for (let i = 0; i < n; i++) {
        const x = isIn(list[a], i),
          y = isIn(list[b], i);
        both += x & y;
        any += x | y;
      }
      sel += 1 - both / any;
    }
  }
  if (r > 1) sel /= (r * (r - 1)) / 2;
  return ((1 - 1 / (1 + 0.6 * (r - 1)) + (1 - top) + sel) / 3) * (1 - k.dials[0]);
}

function derive(k, p) {
  const { n, w, c, e, S, R, L, dev, tau } = k;
  perceive(k, p);
  let least = 1e9,
    most = 0;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const x = i * n + j,
        y = j * n + i,
        s = S[x];
      const link =
        (p.devBase + p.devW * Math.min(dev[i], dev[j])) *
        (1 - tau[x]) *
        (1 - p.bL * L[i]) *
        (1 - p.bL * L[j]) *
        (1 - p.bSepPol * s) *
        (1 - p.bM * R[x]) *
        (1 - p.bM * R[y]) *
        (1 - p.bSepCom * s);
      c[x] = link;
      c[y] = link;
      const d = link > 1e-9 ? 1 / link : 1e9;
      e[x] = d;
      e[y] = d;
      if (d < least) least = d;
      if (d > most) most = d;
    }
  if (most > 2 * least)
    for (let q = 0; q < n; q++)
      for (let i = 0; i < n; i++) {
        if (i === q) continue;
        const a = e[i * n + q];
        for (let j = i + 1; j < n; j++) {
          const x = a + e[q * n + j];
          if (x < e[i * n + j]) {
            e[i * n + j] = x;
            e[j * n + i] = x;
          }
        }
      }
  let E = 0,
    Eo = 0;
  for (let i = 0; i < n; i++) {
    let a = 0,
      b = 0;
    for (let j = 0; j < n; j++) {
      const x = i * n + j;
      if (i === j) continue;
      e[x] = e[x] < 1e9 ? 1 / e[x] : 0;
      a += w[j] * e[x];
      b += w[j] * (p.devBase + p.devW * Math.min(dev[i], dev[j])) * (1 - p.tau0);
    }
    E += w[i] * a;
    Eo += w[i] * b;
  }
  k.E = E / k.W;
  k.Eo = Eo / k.W;
  let Z = 0;
  for (let i = 0; i < n; i++) {
    let m = 0;
    for (let j = 0; j < n; j++) m += w[j] * R[i * n + j];
    k.Z[i] = 1 - (1 - L[i]) * (1 - Math.min(1, (p.zM15 * m) / n)) * (1 - k.O[i]);
    Z += w[i] * k.Z[i];
  }
  k.Zbar = Z / n;
  k.F = unit(1.25 * (1 - k.E / k.Eo) + 0.25 * k.FR);
  k.Phi = (k.Tbar + k.dials[0] + k.dials[1]) / 3 - (k.B + k.Zbar + k.F) / 3;
}

/** Resolves one round of one pass in a room: no pledges, no recognitions, no lock. */
export function kernelRound(k, seats, p, plan) {
  const { n, dev, D, L, O, shock, T, R, tau, T0, dev0, G, X, dials } = k,
    { w } = seats;
  const { moves, events } = plan,
    kk = n < 8 ? 1 : n <= 20 ? 2 : 3;
  k.w = w;
  k.cap = seats.cap;
  perceive(k, p);
  T0.set(T);
  dev0.set(dev);
  G.fill(0);
  X.fill(0);
  k.Th0.set(k.Th);
  k.th0.set(k.th);
  k.camp0.set(k.camp);
  k.fresh.fill(0);
  const B0 = k.B,
    FR0 = k.FR,
    Th0 = k.Th0,
    th0 = k.th0,
    camp0 = k.camp0,
    om = dials[2] * (1 - p.omegaU * dials[0]),
    amp = p.ampMin + (1 - p.ampMin) * dials[1],
    lam = p.lambda;
  const par = (i, j) => 1 - p.gapDrag * Math.abs(dev0[i] - dev0[j]);
  for (let i = 0; i < n; i++) shock[i] *= 1 - p.shockFade;
  for (const event of events) befall(k, seats, p, event, om);
  regroup(k, p, moves);
  camps(k, p);
  for (let i = 0; i < n; i++) measure(k, p, moves[i], i, kk, om, camp0, plan);
  let P = 0,
    all = 0,
    s4 = 0,
    dlg = 0,
    host = 0;
  for (let i = 0; i < n; i++) {
    const m = moves[i],
      a = m.action,
      say = w[i] * (0.4 + 0.6 * seats.dip[i]) * (0.5 + 0.5 * dev0[i]);
    all += say;
    if (a === 'commit') P += say;
    else if (a === 'open-standards') s4 += w[i];
    else if (a === 'bridge') dlg += w[i];
    else if (a === 'roll-back') dlg += 0.7 * w[i];
    else if (a === 'restrict' || a === 'build-force') host += w[i];
    else if (a === 'localize') host += 0.5 * w[i];
    else if (a === 'dialogue') {
      let z = 0;
      for (const j of m.targets) if (moves[j].engages.includes(i)) z++;
      z /= m.targets.length;
      dlg += w[i] * (p.dlgUnanswered * (1 - z) + p.dlgAnswered * z);
    }
  }
  P /= all;
  s4 /= n;
  dlg /= n;
  host /= n;
  k.left.fill(1);
  for (let i = 0; i < n; i++) {
    const m = moves[i],
      a = m.action;
    if (a === 'dialogue')
      for (const j of m.targets) {
        const x = j * n + i,
          z =
            amp *
            (1 - p.polDrag * dials[3] * (Math.abs(seats.pos[i] - seats.pos[j]) / 2)) *
            par(i, j) *
            (p.recepMin + (1 - p.recepMin) * T0[x]);
        G[x] += p.gDialog * z;
        if (moves[j].engages.includes(i)) G[x] += p.gMutual * z;
        if (moves[j].action === 'restrict' && moves[j].targets.includes(i)) X[i * n + j] += lam * p.lReply;
      }
    else if (a === 'commit') {
      for (let l = 0; l < n; l++)
        if (l !== i) {
          const z = amp * par(i, l);
          G[l * n + i] += (p.gCommit + (moves[l].action === 'commit' ? p.gCommitRec : 0)) * z;
        }
    } else if (a === 'build-capacity') {
      for (const j of m.targets) {
        G[j * n + i] += p.gCap * (0.6 + 0.4 * T0[j * n + i]);
        k.left[j] *= 1 - p.devCap * (0.5 + 0.5 * dev0[i]);
      }
    } else if (a === 'open-standards') {
      for (let l = 0; l < n; l++)
        if (l !== i) {
          const both = moves[l].action === 'open-standards',
            z = 0.7 + 0.3 * T0[l * n + i];
          G[l * n + i] += (p.gTech + (both ? p.gTechRec : 0)) * z;
          const x = Math.min(i, l) * n + Math.max(i, l);
          tau[x] *= 1 - (both ? p.tauC4each : p.tauC4one);
        }
    } else if (a === 'bridge' && m.pair) {
      const [x, y] = m.pair,
        [A, C] = m.groups,
        v =
          p.gBridge *
          amp *
          Math.min(T0[x * n + i], T0[y * n + i]) *
          Math.min(1, (2 * kk) / (A.length + C.length));
      for (const b of A)
        for (const d of C) {
          G[b * n + d] += v;
          G[d * n + b] += v;
        }
      G[x * n + i] += p.gBridgeSelf;
      G[y * n + i] += p.gBridgeSelf;
    }
  }
  for (let j = 0; j < n; j++) dev[j] = 1 - (1 - dev[j]) * k.left[j];
  recognise(k, p, moves);
  blocs(k, p, moves, th0);
  boundary(k);
  divide(k, p, lam);
  const U = dials[0],
    I = dials[1],
    K = dials[3];
  dials[0] = unit(
    U +
      p.aU * (P >= p.pStar ? P : p.belowStar * P) * amp * (1 - U) * (1 - 0.6 * FR0) -
      U * (p.dU * (0.5 + K) + p.dUB * B0),
  );
  dials[1] = unit(
    I + p.Igain * P * (1 - I) - p.Iloss * B0 * I - p.Iwear * I + p.Irelax * (p.restingInstitutions - I),
  );
  dials[2] = unit(
    dials[2] -
      p.omegaC4 * s4 * dials[2] +
      p.omegaNew * (1 - dials[2]) +
      p.omegaRelax * (p.restingOpacity - dials[2]),
  );
  dials[3] = unit(
    K +
      p.Khost * host * (1 - K) -
      p.Kdialog * dlg * K -
      p.KU * dials[0] * K +
      p.Krelax * (p.restingCompetition - K),
  );
  for (let i = 0; i < n; i++) {
    dev[i] += p.devNat * (1 - dev[i]);
    const a = moves[i].action;
    const coop =
        a === 'dialogue' ||
        a === 'commit' ||
        a === 'build-capacity' ||
        a === 'open-standards' ||
        a === 'bridge',
      fear = a === 'roll-back' ? 0 : th0[i] * (1 - 0.5 * D[i]) * (coop ? p.fearCoop : 1);
    O[i] += p.creepO * fear * (0.5 + seats.cap[i]) * (1 - O[i]);
    L[i] += p.creepL * fear * (0.5 + seats.mkt[i]) * (1 - L[i]);
    L[i] = round6(L[i] * (1 - p.decayL));
    O[i] = round6(O[i] * (1 - p.decayO));
    D[i] = round6(D[i] * (1 - p.decayD));
    dev[i] = round6(dev[i]);
    shock[i] = round6(Math.min(1, shock[i]));
  }
  for (let x = 0; x < n * n; x++) R[x] = round6(R[x] * (1 - p.decayM));
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const x = i * n + j,
        t = T0[x];
      const rest =
        p.T0base -
        p.T0dist * dials[3] * (Math.abs(seats.pos[i] - seats.pos[j]) / 2) -
        p.T0threat * Th0[x] +
        p.T0I * (dials[1] - 0.5) -
        p.T0gap * Math.abs(dev0[i] - dev0[j]);
      let drift = p.relax * ((rest < 0.05 ? 0.05 : rest > 0.95 ? 0.95 : rest) - t);
      if (drift > 0) drift *= 0.6;
      const v = t + (1 - t) * Math.min(p.capGain, G[x]) - t * Math.min(p.capLoss, X[x]) + drift;
      T[x] = round6(v < 0.01 ? 0.01 : v > 0.99 ? 0.99 : v);
    }
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const x = i * n + j,
        v = round6(tau[x]);
      tau[x] = v;
      tau[j * n + i] = v;
    }
  for (let q = 0; q < 4; q++) dials[q] = round6(dials[q]);
  for (let q = 1; q < k.nextBloc; q++) {
    k.depth[q] = round6(k.depth[q]);
    k.points[q] = round6(k.points[q]);
  }
  derive(k, p);
  pay(k, seats, p, moves, P, s4, amp, kk);
  for (let x = 0; x < n * n; x++)
    k.grievance[x] = k.fresh[x] ? p.grievanceRounds : k.grievance[x] > 0 ? k.grievance[x] - 1 : 0;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const v = moves[i].engages.includes(j) && moves[j].engages.includes(i) ? 1 : 0;
      k.engaged[i * n + j] = v;
      k.engaged[j * n + i] = v;
    }
  k.round++;
  k.passes++;
}

function befall(k, seats, p, event, om) {
  const { n, dials, tau, shock } = k,
    { victim, blamed } = event;
  for (const { kind, amount } of event.effects) {
    const x = amount / 1e6;
    switch (kind) {
      case 'shock':
        for (let i = 0; i < n; i++) shock[i] += x * (0.5 + 0.5 * seats.vul[i]);
        break;
      case 'shockVictim':
        shock[victim] += x;
        break;
      case 'blame':
        k.X[victim * n + blamed] += p.lambda * p.lBlame * om;
        break;
      case 'barrier':
        for (let i = 0; i < n * n; i++) if (i % (n + 1)) tau[i] = Math.min(0.9, tau[i] + x);
        break;
      case 'regime':
        dials[0] = unit(dials[0] + x);
        break;
      case 'institutions':
        dials[1] = unit(dials[1] + x);
        break;
      case 'competition':
        dials[3] = unit(dials[3] + x);
    }
  }
}

function regroup(k, p, moves) {
  const { n } = k,
    drop = (q, i) => {
      if (k.member[q * n + i]) {
        k.member[q * n + i] = 0;
        k.size[q]--;
      }
    };
  const find = (m, kind) => {
    if (m.bloc >= 0) return m.bloc;
    for (let q = 1; q < k.nextBloc; q++)
      if (k.kind[q] === kind && k.side[q] === m.side && (kind === 1 || k.field[q] === m.field)) return q;
    return 0;
  };
  for (let i = 0; i < n; i++) if (moves[i].action === 'leave') drop(moves[i].bloc, i);
  for (let z = 0; z < 8; z++) {
    const kind = z < 2 ? 1 : 2,
      side = z % 2 ? -1 : 1,
      field = z < 2 ? -1 : (z >> 1) - 1;
    for (let i = 0; i < n; i++) {
      const m = moves[i];
      if (
        m.action !== (kind === 1 ? 'join-exclusive' : 'join-functional') ||
        m.side !== side ||
        (kind === 2 && m.field !== field) ||
        find(m, kind)
      )
        continue;
      const q = k.nextBloc++;
      k.kind[q] = kind;
      k.side[q] = side;
      k.field[q] = field;
      k.size[q] = 0;
      k.depth[q] = kind === 1 ? p.depth0 : 0;
      k.points[q] = 0;
      k.mark[q] = 0;
      break;
    }
  }
  for (let i = 0; i < n; i++) {
    const m = moves[i],
      kind = m.action === 'join-exclusive' ? 1 : m.action === 'join-functional' ? 2 : 0;
    if (!kind) continue;
    const to = find(m, kind);
    for (let q = 1; q < k.nextBloc; q++)
      if (q !== to && k.kind[q] === kind && (kind === 1 || k.field[q] === k.field[to])) drop(q, i);
    if (!k.member[to * n + i]) {
      k.member[to * n + i] = 1;
      k.size[to]++;
    }
  }
  for (let q = 1; q < k.nextBloc; q++) if (k.size[q] === 0) k.kind[q] = 0;
}

function measure(k, p, m, i, kk, om, camp0, plan) {
  const { n, X, G, T0, R, L, O, D, shock } = k,
    lam = p.lambda,
    a = m.action;
  if (a === 'harden') {
    D[i] += p.stepD * (1 - D[i]);
    for (let l = 0; l < n; l++)
      if (l !== i && !(camp0[l] && camp0[l] === camp0[i])) X[l * n + i] += lam * p.lHard * om;
  } else if (a === 'restrict')
    for (const j of m.targets) {
      const right = k.grievance[i * n + j] > 0;
      R[i * n + j] += p.stepM * (1 - R[i * n + j]);
      X[j * n + i] += lam * p.lList * (right ? p.proportion : 1);
      k.fresh[j * n + i] = 1;
      if (!right)
        for (let l = 0; l < n; l++)
          if (l !== i && l !== j)
            X[l * n + i] +=
              ((lam * p.lListThird) / kk) *
              T0[l * n + j] *
              (camp0[l] && camp0[l] === camp0[i] ? p.thirdMate : 1);
    }
  else if (a === 'localize') {
    L[i] += p.stepL * (1 - L[i]);
    for (let l = 0; l < n; l++)
      if (l !== i) X[l * n + i] += lam * p.lLoc * (camp0[l] && camp0[l] === camp0[i] ? p.locMate : 1);
  } else if (a === 'build-force') {
    O[i] += p.stepO * (1 - O[i]);
    for (let l = 0; l < n; l++)
      if (l !== i) X[l * n + i] += lam * p.lOff * (camp0[l] && camp0[l] === camp0[i] ? p.offMate : 1);
    for (const j of m.targets) {
      shock[j] += p.opShock;
      if (
        m.outcome === 'attributed' ||
        (m.outcome === 'drawn' && draw(plan.seed, k.round + 1, 'operation', i, j) < 1 - p.opHide * om)
      ) {
        X[j * n + i] += lam * p.lOp;
        k.fresh[j * n + i] = 1;
      }
    }
  } else if (a === 'roll-back') {
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const x = i * n + j;
      if (R[x] > p.rollFloor) {
        G[j * n + i] += p.gRollT;
        R[x] *= 1 - p.rollM;
      }
      G[j * n + i] += p.gRollAll;
    }
    L[i] *= 1 - p.rollLO;
    O[i] *= 1 - p.rollLO;
  }
}

function recognise(k, p, moves) {
  const { n } = k;
  for (let f = 0; f < 3; f++) {
    let any = false;
    for (let i = 0; i < n; i++) if (moves[i].coordinate === f) any = true;
    if (!any) continue;
    let signed = 0;
    for (let q = 1; q < k.nextBloc; q++) {
      k.order[q] = 0;
      if (k.kind[q] !== 2 || k.field[q] !== f) continue;
      for (let i = 0; i < n; i++) if (moves[i].coordinate === f && k.member[q * n + i]) k.order[q] = 1;
      signed += k.order[q];
    }
    if (signed > 1)
      for (let i = 0; i < n; i++)
        if (moves[i].coordinate === f)
          for (let q = 1; q < k.nextBloc; q++)
            if (k.kind[q] === 2 && k.field[q] === f && k.order[q] && !k.mark[q])
              k.points[q] += (k.w[i] / n) * (0.5 + 0.5 * k.dials[1]);
  }
  for (let q = 1; q < k.nextBloc; q++)
    if (k.kind[q] === 2 && !k.mark[q] && k.points[q]) {
      if (k.points[q] >= p.coordNeed) {
        k.mark[q] = 1;
        k.points[q] = 0;
      } else k.points[q] *= 1 - p.coordForget;
    }
}

function blocs(k, p, moves, th0) {
  const { n, G, member, dials } = k;
  for (let q = 1; q < k.nextBloc; q++) {
    const kind = k.kind[q];
    if (!kind) continue;
    const g = kind === 1 ? p.gPurp : p.gFunc;
    for (let i = 0; i < n; i++)
      if (member[q * n + i]) for (let j = 0; j < n; j++) if (i !== j && member[q * n + j]) G[i * n + j] += g;
    if (kind === 1 && k.size[q] >= p.campMin) {
      let th = 0,
        up = 0,
        dn = 0;
      for (let i = 0; i < n; i++)
        if (member[q * n + i]) {
          th += th0[i];
          if (moves[i].action === 'join-exclusive') up++;
          else if (moves[i].action === 'open-bloc') dn++;
        }
      const v =
        k.depth[q] +
        p.depthStep *
          Math.min(1, p.deepenSlope * Math.max(0, up / k.size[q] - p.deepenFrom)) *
          (0.5 + dials[3]) +
        p.depthCreep * (p.depthTh * (th / k.size[q] - p.depthThMid) + dials[3] - p.depthKMid) -
        p.depthOpen * (dn / k.size[q]) * k.depth[q];
      k.depth[q] = v < p.depthMin ? p.depthMin : v > 1 ? 1 : v;
    }
  }
}

function divide(k, p, lam) {
  const { n, S, X, tau, member, dials } = k,
    K = dials[3];
  const g = k.groupOf ?? (k.groupOf = new Int32Array(3 * n));
  g.fill(0);
  for (let q = 1; q < k.nextBloc; q++)
    if (k.kind[q] === 2) for (let i = 0; i < n; i++) if (member[q * n + i]) g[k.field[q] * n + i] = q;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const x = i * n + j,
        y = j * n + i,
        s = S[x];
      let loss = lam * p.lSep * s,
        drift = 0;
      for (let f = 0; f < 3; f++) {
        const a = g[f * n + i],
          b = g[f * n + j];
        if (a === b) continue;
        if (a && b) {
          if (!(k.mark[a] && k.mark[b])) {
            drift += p.tauFunc;
            loss += lam * p.lFunc * K;
          }
        } else if (!k.mark[a || b]) drift += p.tauFuncOut;
      }
      X[x] += loss;
      X[y] += loss;
      const t = tau[x],
        v = t + (drift + p.tauSep * s) * (0.5 + K) * (1 - t) - p.tauNat * Math.max(0, t - p.tau0);
      tau[x] = v > 0.9 ? 0.9 : v < 0 ? 0 : v;
    }
}

function pay(k, seats, p, moves, P, s4, amp, kk) {
  const { n, w, T, R, L, O, D, e, th, dials, member } = k,
    U = dials[0],
    K = dials[3];
  let Om = 0;
  for (let i = 0; i < n; i++) Om += w[i] * O[i];
  Om /= n;
  const openness = k.E / k.Eo;
  for (let i = 0; i < n; i++) {
    let ex = 0,
      out = 0,
      inn = 0;
    const ws = n - w[i];
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const x = i * n + j,
        y = j * n + i;
      ex += w[j] * e[x] * (0.55 + 0.225 * (T[x] + T[y]));
      out += w[j] * R[x];
      inn += w[j] * R[y];
    }
    const m = moves[i],
      a = m.action;
    let dv = 0;
    if (a === 'dialogue' || a === 'build-capacity')
      for (const j of m.targets)
        if (moves[j].engages.includes(i))
          dv +=
            (p.dRec / kk) *
            ((T[i * n + j] + T[j * n + i]) / 2) *
            (0.5 + 0.5 * dials[1]) *
            (k.engaged[i * n + j] ? p.dRepeat : 1);
    if (a === 'commit') dv += p.dCom * Math.min(1, P / 0.5) * amp;
    else if (a === 'open-standards') dv += p.dTech * s4;
    else if (a === 'build-capacity') dv += p.dCap;
    else if (a === 'bridge') dv += p.dBridge;
    let cov = 0;
    for (let q = 1; q < k.nextBloc; q++)
      if (k.kind[q] === 2 && k.size[q] > 1 && member[q * n + i]) {
        let s = 0;
        for (let r = 1; r < k.nextBloc; r++)
          if (r === q || (k.mark[q] && k.kind[r] === 2 && k.mark[r] && k.field[r] === k.field[q]))
            for (let l = 0; l < n; l++) if (member[r * n + l]) s += w[l];
        cov += 0.35 + 0.65 * Math.min(1, s / n);
      }
    const q = k.camp[i],
      size = Math.min(1, 2 * k.kappa[i]);
    const H =
      p.h *
      seats.vul[i] *
      (p.hBase + p.hThreat * (0.5 * th[i] + 0.5 * Om)) *
      (1 - p.pD * D[i]) *
      (1 - p.pL * L[i]) *
      (1 - p.pFunc * Math.min(1.4, cov) * (1 - 0.6 * U)) *
      (1 - (q ? p.pPurp * size * (0.4 + 0.6 * k.depth[q]) : 0)) *
      (1 - p.pU * U);
    const rent =
      openness *
        (0.6 + 0.8 * K) *
        (p.rL * seats.mkt[i] * L[i] + (p.rM * seats.mkt[i] * out) / ws + p.rO * seats.cap[i] * O[i]) -
      p.upO * O[i];
    const club = q ? p.rP * size * (0.5 + 0.5 * k.depth[q]) * (0.5 + K) : 0;
    k.u[i] = (seats.dep[i] * ex) / ws + p.vU * U + dv + rent + club - (p.zM * inn) / ws - H - p.cost[a];
    k.score[i] += k.u[i];
  }
}

/** The state of a room as whole numbers in plain arrays, as a log or a client would need it. */
export function unload(k) {
  const take = (from) => { const out = new Array(from.length); for (let i = 0; i < out.length; i++) out[i] = Math.floor(from[i] * M + 0.5); return out; };
  const copy = (from) => { const out = new Array(from.length); for (let i = 0; i < out.length; i++) out[i] = from[i]; return out; };
  return {
    development: take(k.dev), defence: take(k.D), localization: take(k.L), force: take(k.O), shock: take(k.shock), score: take(k.score), payoffs: take(k.u),
    trust: take(k.T), restriction: take(k.R), barrier: take(k.tau), dials: take(k.dials), depth: take(k.depth), points: take(k.points),
    indicators: [k.E, k.Eo, k.Tbar, k.Thbar, k.B, k.Zbar, k.F, k.FR, k.Phi].map((x) => Math.floor(x * M + 0.5)),
    grievance: copy(k.grievance), engaged: copy(k.engaged),
  };
}
