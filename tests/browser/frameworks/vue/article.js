import { states } from '../states.js';

export const Article = {
  data: () => ({ ...states[0] }),
  mounted() {
    window.app.show = (step) => Object.assign(this, states[step]);
  },
  template: `
    <article>
      <h1>The house on the hill</h1>
      <p v-if="late">{{ late }}</p>
      <p>
        At three o’clock {{ count }} intruders entered the house. The people in it were held for {{ held }}, as one has it.
      </p>
      <p>
        They <em>left with</em> {{ taken }} and drove away, as others say, in these:
      </p>
      <ul>
        <li v-for="car in cars" :key="car">{{ car }}</li>
      </ul>
    </article>`,
};
