import { useEffect, useState } from 'react';
import { states } from '../states.js';

export function Article() {
  const [{ count, held, taken, late, cars }, set] = useState(states[0]);
  useEffect(() => {
    window.app.show = (step) => set(states[step]);
  }, []);
  return (
    <article>
      <h1>The house on the hill</h1>
      {late && <p>{late}</p>}
      <p>
        At three o’clock {count} intruders entered the house. The people in it were held for {held}, as one has it.
      </p>
      <p>
        They <em>left with</em> {taken} and drove away, as others say, in these:
      </p>
      <ul>
        {cars.map((car) => (
          <li key={car}>{car}</li>
        ))}
      </ul>
    </article>
  );
}
