// Place the nodes of a graph: ties pull, all push, and the middle holds them together. Always the same way.

const ROUNDS = 320;

/** Give each node `x` and `y` between 0 and 1 by the ties `{one, other, weight}`, whose ends are numbers of nodes. */
export function placed(nodes, ties) {
  const points = nodes.map((_, number) => {
    // The angle of the sunflower spreads any number of points evenly.
    const [angle, away] = [number * 2.39996, Math.sqrt((number + 0.5) / nodes.length)];
    return { x: Math.cos(angle) * away, y: Math.sin(angle) * away };
  });
  const apart = 0.9 / Math.sqrt(Math.max(nodes.length, 1));
  for (let round = 0; round < ROUNDS; round += 1) {
    step(points, ties, apart, 0.12 * (1 - round / ROUNDS) + 0.002);
  }
  return fitted(points);
}

function step(points, ties, apart, heat) {
  const moves = points.map(({ x, y }) => ({ x: -x * 0.12, y: -y * 0.18 }));
  for (let one = 0; one < points.length; one += 1) {
    for (let other = one + 1; other < points.length; other += 1) {
      const dx = points[one].x - points[other].x;
      const dy = points[one].y - points[other].y;
      const push = (apart * apart) / Math.max(dx * dx + dy * dy, 1e-4);
      moves[one].x += dx * push;
      moves[one].y += dy * push;
      moves[other].x -= dx * push;
      moves[other].y -= dy * push;
    }
  }
  for (const { one, other, weight } of ties) {
    const dx = points[other].x - points[one].x;
    const dy = points[other].y - points[one].y;
    const pull = Math.hypot(dx, dy) * Math.min(0.6 + weight * 0.15, 1.6);
    moves[one].x += dx * pull;
    moves[one].y += dy * pull;
    moves[other].x -= dx * pull;
    moves[other].y -= dy * pull;
  }
  points.forEach((point, number) => {
    const { x, y } = moves[number];
    const size = Math.hypot(x, y) || 1;
    point.x += (x / size) * Math.min(size, heat);
    point.y += (y / size) * Math.min(size, heat);
  });
}

function fitted(points) {
  const bounds = (key) => [Math.min(...points.map((one) => one[key])), Math.max(...points.map((one) => one[key]))];
  const [[left, right], [top, bottom]] = [bounds("x"), bounds("y")];
  return points.map(({ x, y }) => ({
    x: right > left ? (x - left) / (right - left) : 0.5,
    y: bottom > top ? (y - top) / (bottom - top) : 0.5,
  }));
}
