'use strict';
// Draws every figure whose data the page holds with uPlot: values under the cursor, zoom, lines on and off, with mouse, touch or keys.
// Without this script the drawing and the table of the figure stand in its place.
window.tailoff = (() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const ratio = 0.62;
    const factor = 2;

    const element = (name, attributes, ...children) => {
        const made = document.createElement(name);
        Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
        made.append(...children);
        return made;
    };

    const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

    // Six significant digits, as everywhere on the page.
    const number = value => {
        const size = Math.abs(value);
        if (value === 0 || (size >= 1e-4 && size < 1e6)) {
            return String(Number(value.toPrecision(6)));
        }
        return value.toExponential(5).replace(/\.?0+e/, 'e').replace('e+', 'e');
    };

    const mixed = (colour, other, share) => {
        const part = (text, i) => parseInt(text.slice(1 + 2 * i, 3 + 2 * i), 16);
        const channels = [0, 1, 2].map(i => Math.round(part(colour, i) * (1 - share) + part(other, i) * share));
        return '#' + channels.map(c => c.toString(16).padStart(2, '0')).join('');
    };

    // The colour of a line on this background; a published one is far lighter or darker than the line under it.
    const ink = trace => {
        const far = trace.kind === 'thin-dashed';
        return dark.matches ? mixed(trace.colour, '#ffffff', far ? 0.75 : 0.3) : mixed(trace.colour, '#000000', far ? 0.75 : 0);
    };

    const widths = {'thin-dashed': 1.8, 'stems': 1, 'band': 1.5};

    const isRule = trace => trace.x.length === 0;
    const isBand = trace => trace.kind === 'band';

    // Stems from zero, which uPlot does not have.
    const stems = (u, series, from, to) => {
        const path = new Path2D();
        const zero = u.valToPos(0, 'y', true);
        for (let i = from; i <= to; i++) {
            if (u.data[series][i] != null) {
                const x = u.valToPos(u.data[0][i], 'x', true);
                path.moveTo(x, zero);
                path.lineTo(x, u.valToPos(u.data[series][i], 'y', true));
            }
        }
        return {stroke: path};
    };

    const seriesOf = trace => {
        const colour = ink(trace);
        const dots = ['dots', 'solid-with-dots', 'stems'].includes(trace.kind) || trace.x.length === 1;
        const size = trace.x.length > 60 ? 4 : 7;
        return {
            label: trace.name,
            stroke: colour,
            width: widths[trace.kind] || 4,
            dash: trace.kind === 'thin-dashed' ? [6, 9] : undefined,
            spanGaps: true,
            points: {show: dots, size, fill: colour, stroke: colour},
            paths: trace.kind === 'dots' ? () => null : trace.kind === 'stems' ? stems : undefined,
        };
    };

    // One table for uPlot: a column per line, two for a band, over every x that occurs.
    const columns = traces => {
        const series = [{}];
        const bands = [];
        const tables = [];
        traces.filter(trace => !isRule(trace)).forEach(trace => {
            tables.push([trace.x, trace.y]);
            trace.column = series.push(seriesOf(trace)) - 1;
            if (isBand(trace)) {
                tables.push([trace.x, trace.more]);
                trace.upper = series.push(seriesOf(trace)) - 1;
                bands.push({series: [trace.upper, trace.column], fill: ink(trace) + '4d'});
            }
        });
        return {series, bands, data: uPlot.join(tables)};
    };

    // Lowest and highest value that must be seen: error bars, rules and the zero of stems included.
    const extent = (traces, positive) => {
        const values = [];
        traces.forEach(trace => {
            if (trace.kind === 'horizontal') {
                values.push(trace.y[0]);
            } else if (trace.kind !== 'vertical') {
                trace.y.forEach((y, i) => {
                    const more = trace.more.length > 0 ? trace.more[i] : 0;
                    values.push(...isBand(trace) ? [y, more] : [y - more, y + more]);
                });
                if (trace.kind === 'stems') {
                    values.push(0);
                }
            }
        });
        const usable = values.filter(value => !positive || value > 0);
        return [usable.reduce((a, b) => Math.min(a, b)), usable.reduce((a, b) => Math.max(a, b))];
    };

    const range = (scale, traces, isWhole) => (u, low, high) => {
        if (isWhole() && scale.limits.length === 2) {
            return scale.limits;
        }
        const [min, max] = isWhole() || low == null ? extent(traces, scale.logarithmic) : [low, high];
        return scale.logarithmic ? uPlot.rangeLog(min, max, 10, false) : uPlot.rangeNum(min, max, 0.06, true);
    };

    const ruled = (u, trace) => {
        const {left, top, width, height} = u.bbox;
        const upright = trace.kind === 'vertical';
        const at = u.valToPos(trace.y[0], upright ? 'x' : 'y', true);
        if (upright ? at >= left && at <= left + width : at >= top && at <= top + height) {
            u.ctx.moveTo(upright ? at : left, upright ? top : at);
            u.ctx.lineTo(upright ? at : left + width, upright ? top + height : at);
        }
    };

    const barred = (u, trace) => trace.x.forEach((x, i) => {
        const at = u.valToPos(x, 'x', true);
        u.ctx.moveTo(at, u.valToPos(trace.y[i] - trace.more[i], 'y', true));
        u.ctx.lineTo(at, u.valToPos(trace.y[i] + trace.more[i], 'y', true));
    });

    // What uPlot has no series for.
    const decorate = traces => u => {
        const {ctx} = u;
        traces.filter(trace => !trace.hidden).forEach(trace => {
            const bars = !isRule(trace) && !isBand(trace) && trace.more.length > 0;
            if (!isRule(trace) && !bars) {
                return;
            }
            ctx.save();
            ctx.beginPath();
            ctx.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height);
            ctx.clip();
            ctx.beginPath();
            ctx.strokeStyle = ink(trace);
            ctx.lineWidth = 1.5 * devicePixelRatio;
            ctx.setLineDash(isRule(trace) ? [5 * devicePixelRatio, 4 * devicePixelRatio] : []);
            (bars ? barred : ruled)(u, trace);
            ctx.stroke();
            ctx.restore();
        });
    };

    // Of the ticks of a logarithmic axis those at powers of ten; a line at each would be too many.
    const decades = (u, ticks) => ticks.map(tick => Number.isInteger(Math.round(Math.log10(tick) * 1e6) / 1e6) ? tick : null);

    const axis = (scale, horizontal) => ({
        label: scale.label || undefined,
        labelSize: 22,
        labelFont: '13px system-ui, sans-serif',
        font: '12px system-ui, sans-serif',
        size: horizontal ? 34 : 62,
        stroke: style('--ink'),
        grid: {stroke: style('--line'), width: 1, ...scale.logarithmic && {filter: decades}},
        ticks: {stroke: style('--line'), width: 1},
        values: (u, ticks) => ticks.map(tick => tick == null ? '' : number(tick)),
    });

    // One panel of a figure.
    class Panel {
        constructor(figure, panel, target) {
            this.figure = figure;
            this.traces = panel.traces;
            this.scale = panel.x;
            this.target = target;
            const {series, bands, data} = columns(panel.traces);
            const width = target.clientWidth;
            this.plot = new uPlot({
                width,
                height: this.height(width),
                series,
                bands,
                legend: {show: false},
                scales: {
                    x: {time: false, distr: panel.x.logarithmic ? 3 : 1, range: (u, low, high) => [low, high]},
                    y: {
                        distr: panel.y.logarithmic ? 3 : 1,
                        range: range(panel.y, panel.traces, () => figure.isWhole()),
                    },
                },
                axes: [axis(panel.x, true), axis(panel.y, false)],
                cursor: {
                    drag: {x: true, y: false, setScale: false},
                    points: {size: 8},
                    bind: {dblclick: () => () => figure.whole()},
                },
                hooks: {
                    draw: [decorate(panel.traces)],
                    setCursor: [u => figure.moved(this, u.cursor.idx)],
                    setSelect: [u => this.selected(u)],
                },
            }, data, target);
            this.plot.over.setAttribute('aria-hidden', 'true');
        }

        height(width) {
            return Math.round(Math.max(200, width * ratio / Math.sqrt(this.figure.count)));
        }

        // Where the horizontal axis begins and ends when nothing is zoomed.
        ends() {
            if (this.scale.limits.length === 2) {
                return this.scale.limits;
            }
            const xs = this.plot.data[0];
            const rules = this.traces.filter(trace => trace.kind === 'vertical').map(trace => trace.y[0]);
            const low = Math.min(xs[0], ...rules);
            const high = Math.max(xs[xs.length - 1], ...rules);
            return low < high ? [low, high] : [low - 0.5, high + 0.5];
        }

        selected(u) {
            const {left, width} = u.select;
            if (width > 3) {
                u.setSelect({left: 0, width: 0, top: 0, height: 0}, false);
                this.figure.zoom(u.posToVal(left, 'x'), u.posToVal(left + width, 'x'));
            }
        }

        show(low, high) {
            this.plot.setScale('x', {min: low, max: high});
        }

        // Puts the cursor on a point.
        point(index) {
            const {plot} = this;
            plot.setCursor({left: plot.valToPos(plot.data[0][index], 'x'), top: plot.over.clientHeight / 2});
        }

        values(index) {
            return this.traces.filter(trace => !isRule(trace) && !trace.hidden).flatMap(trace => {
                const low = this.plot.data[trace.column][index];
                if (low == null) {
                    return [];
                }
                const upper = isBand(trace) ? ' to ' + number(this.plot.data[trace.upper][index]) : '';
                return [trace.name + ' ' + number(low) + upper];
            });
        }

        toggle(trace) {
            trace.hidden = !trace.hidden;
            if (isRule(trace)) {
                this.plot.redraw();
                return;
            }
            this.plot.setSeries(trace.column, {show: !trace.hidden});
            if (isBand(trace)) {
                this.plot.setSeries(trace.upper, {show: !trace.hidden});
            }
        }

        resize() {
            const width = this.target.clientWidth;
            if (width > 0 && width !== this.plot.width) {
                this.plot.setSize({width, height: this.height(width)});
            }
        }
    }

    // The panels of a figure, which share their horizontal axis, with what moves them.
    class Figure {
        constructor(data, place) {
            this.data = data;
            this.count = data.panels.length;
            this.place = place;
            this.at = -1;
            this.area = element('div', {
                'class': 'area',
                'tabindex': '0',
                'role': 'group',
                'aria-label': (data.title || data.id)
                    + ', chart. Left and right arrow: values of each point. Plus and minus: zoom. 0: the whole.',
            });
            this.readout = element('p', {'class': 'readout', 'aria-live': 'polite'});
            this.controls = element('div', {'class': 'controls'});
            place.replaceChildren(this.area, this.readout, this.controls);
            this.panels = [];
            data.panels.forEach(panel => this.addPanel(panel));
            this.controls.append(this.buttons());
            this.area.addEventListener('keydown', event => this.key(event));
            this.area.addEventListener('mouseleave', () => this.say());
            this.whole();
            this.say();
        }

        addPanel(panel) {
            const target = element('div', {'class': 'panel'});
            this.area.append(...panel.title && this.count > 1 ? [element('p', {'class': 'panel-title'}, panel.title)] : [], target);
            const made = new Panel(this, panel, target);
            this.panels.push(made);
            this.controls.append(this.keys(made));
        }

        // A button per line, which is the legend as well.
        keys(panel) {
            return element('div', {'class': 'keys', 'role': 'group', 'aria-label': 'Lines shown'}, ...panel.traces.map(trace => {
                const swatch = element('span', {'class': 'swatch ' + trace.kind, 'aria-hidden': 'true'});
                swatch.style.color = ink(trace);
                const key = element('button', {'type': 'button', 'aria-pressed': String(!trace.hidden)}, swatch, trace.name);
                key.addEventListener('click', () => {
                    panel.toggle(trace);
                    key.setAttribute('aria-pressed', String(!trace.hidden));
                });
                return key;
            }));
        }

        buttons() {
            const button = (text, label, action) => {
                const made = element('button', {'type': 'button', 'aria-label': label}, text);
                made.addEventListener('click', action);
                return made;
            };
            return element('div', {'class': 'zoom', 'role': 'group', 'aria-label': 'Zoom'},
                button('+', 'Zoom in', () => this.scaleBy(1 / factor)),
                button('−', 'Zoom out', () => this.scaleBy(factor)),
                button('whole', 'Show the whole', () => this.whole()));
        }

        isWhole() {
            return !this.shown || (this.shown[0] === this.full[0] && this.shown[1] === this.full[1]);
        }

        whole() {
            const ends = this.panels.map(panel => panel.ends());
            this.full = [Math.min(...ends.map(end => end[0])), Math.max(...ends.map(end => end[1]))];
            this.zoom(...this.full);
        }

        zoom(low, high) {
            this.shown = [Math.max(low, this.full[0]), Math.min(high, this.full[1])];
            this.panels.forEach(panel => panel.show(...this.shown));
        }

        // Around the cursor, or the middle.
        scaleBy(share) {
            const log = this.panels[0].scale.logarithmic;
            const [to, from] = log ? [Math.log, Math.exp] : [x => x, x => x];
            const [low, high] = this.shown.map(to);
            const xs = this.panels[0].plot.data[0];
            const seen = this.at >= 0 && xs[this.at] >= this.shown[0] && xs[this.at] <= this.shown[1];
            const centre = seen ? to(xs[this.at]) : (low + high) / 2;
            this.zoom(from(centre - (centre - low) * share), from(centre + (high - centre) * share));
        }

        moved(panel, index) {
            if (index == null || this.moving) {
                return;
            }
            this.at = index;
            this.moving = true;
            this.panels.filter(other => other !== panel && index < other.plot.data[0].length).forEach(other => other.point(index));
            this.moving = false;
            const x = panel.plot.data[0][index];
            const values = this.panels.flatMap(each => index < each.plot.data[0].length ? each.values(index) : []);
            this.say((panel.scale.label || 'x') + ' ' + number(x) + ': ' + values.join('; '));
        }

        say(text) {
            this.readout.textContent = text || 'Point at the chart for values; drag to zoom.';
        }

        key(event) {
            const steps = {ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10};
            const actions = {
                '+': () => this.scaleBy(1 / factor),
                '-': () => this.scaleBy(factor),
                '0': () => this.whole(),
            };
            if (event.key in steps) {
                const last = this.panels[0].plot.data[0].length - 1;
                this.panels[0].point(Math.min(last, Math.max(0, this.at + steps[event.key])));
            } else if (event.key in actions) {
                actions[event.key]();
            } else {
                return;
            }
            event.preventDefault();
        }

        resize() {
            this.panels.forEach(panel => panel.resize());
        }

        destroy() {
            this.panels.forEach(panel => panel.plot.destroy());
        }
    }

    // Draws a figure into the place before its drawing, again for every other background and width.
    const start = holder => {
        const data = JSON.parse(holder.textContent);
        const place = element('div', {'class': 'plot'});
        holder.before(place);
        holder.parentElement.classList.add('interactive');
        let figure = new Figure(data, place);
        dark.addEventListener('change', () => {
            figure.destroy();
            figure = new Figure(data, place);
        });
        new ResizeObserver(() => figure.resize()).observe(place);
    };

    // A page has many figures: each is drawn when it comes near.
    const near = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => {
        near.unobserve(entry.target);
        start(entry.target.querySelector('.plot-data'));
    }), {rootMargin: '600px'});
    document.querySelectorAll('.plot-data').forEach(holder => near.observe(holder.parentElement));

    return {element, number, style, dark, mixed};
})();
