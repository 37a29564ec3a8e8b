'use strict';
// Lets the reader move through the epochs of a tensor's histogram; the grey outline is the first epoch recorded.
(() => {
    const {element, number, style, dark, mixed} = window.tailoff;

    class Scrubber {
        constructor(data, place, epoch) {
            this.data = data;
            this.place = place;
            this.epoch = epoch;
            this.area = element('div', {'class': 'panel'});
            this.slider = element('input', {
                'type': 'range', 'min': 0, 'max': data.epochs.length - 1, 'step': 1, 'value': epoch,
            });
            this.readout = element('output', {'class': 'readout'});
            this.slider.addEventListener('input', () => this.show(Number(this.slider.value)));
            place.replaceChildren(this.area, element('label', {}, 'Epoch ', this.slider), this.readout);
            this.draw();
            this.show(epoch);
        }

        columns(epoch) {
            const counts = this.data.counts[epoch];
            return [...counts, counts[counts.length - 1]];
        }

        draw() {
            const width = this.place.clientWidth;
            const stepped = uPlot.paths.stepped({align: 1});
            const colour = dark.matches ? mixed('#2a6ea6', '#ffffff', 0.3) : '#2a6ea6';
            const axis = {stroke: style('--ink'), grid: {stroke: style('--line'), width: 1}, ticks: {stroke: style('--line'), width: 1}};
            const most = Math.max(...this.data.counts.map(counts => Math.max(...counts)));
            this.plot = new uPlot({
                width,
                height: Math.round(Math.max(180, width * 0.5)),
                legend: {show: false},
                cursor: {drag: {x: false, y: false}},
                scales: {x: {time: false}, y: {range: [0, most * 1.05]}},
                axes: [{...axis, label: 'Value', labelSize: 22}, {...axis, size: 62}],
                series: [
                    {},
                    {stroke: colour, fill: colour + '66', width: 1.5, paths: stepped, points: {show: false}},
                    {stroke: style('--soft'), width: 1.5, paths: stepped, points: {show: false}},
                ],
                hooks: {setCursor: [u => this.say(u.cursor.idx)]},
            }, [this.data.edges, this.columns(this.epoch), this.columns(0)], this.area);
        }

        show(epoch) {
            this.epoch = epoch;
            this.slider.setAttribute('aria-valuetext', this.data.epochs[epoch] + ' epochs trained');
            this.plot.setData([this.data.edges, this.columns(epoch), this.columns(0)]);
            this.say(null);
        }

        say(bin) {
            const counts = this.data.counts[this.epoch];
            const trained = this.data.epochs[this.epoch] + ' epochs trained';
            const inside = bin != null && bin < counts.length;
            this.readout.textContent = trained + (inside
                ? ': ' + counts[bin] + ' values from ' + number(this.data.edges[bin]) + ' to ' + number(this.data.edges[bin + 1])
                : ': ' + counts.reduce((a, b) => a + b) + ' values in view');
        }
    }

    document.querySelectorAll('.histogram-data').forEach(holder => {
        const data = JSON.parse(holder.textContent);
        const place = element('div', {'class': 'plot scrubber'});
        holder.before(place);
        let scrubber = new Scrubber(data, place, data.epochs.length - 1);
        const again = () => {
            scrubber.plot.destroy();
            scrubber = new Scrubber(data, place, scrubber.epoch);
        };
        dark.addEventListener('change', again);
        new ResizeObserver(() => place.clientWidth !== scrubber.plot.width && again()).observe(place);
    });
})();
