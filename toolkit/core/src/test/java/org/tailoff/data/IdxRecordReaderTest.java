package org.tailoff.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.datavec.api.conf.Configuration;
import org.datavec.api.records.metadata.RecordMetaDataIndex;
import org.datavec.api.split.CollectionInputSplit;
import org.datavec.api.split.InputSplit;
import org.datavec.api.writable.DoubleWritable;
import org.datavec.api.writable.IntWritable;
import org.datavec.api.writable.Writable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxRecordReaderTest {
    @TempDir
    Path directory;

    private final IdxRecordReader reader = new IdxRecordReader();

    @BeforeEach
    void aSoundSet() {
        IdxFixture.writeSet(directory);
    }

    @AfterEach
    void theReaderIsClosed() {
        reader.close();
    }

    private InputSplit split() {
        return new CollectionInputSplit(new URI[] {
            directory.resolve(IdxFixture.TEST_IMAGES).toUri(),
            directory.resolve(IdxFixture.TEST_LABELS).toUri()
        });
    }

    @Nested
    class Records {
        @BeforeEach
        void initialise() {
            reader.initialize(split());
        }

        @Test
        void aRecordIsTheImageOver256AndTheLabelLast() {
            reader.next();
            List<Writable> second = reader.next();

            assertThat(second)
                    .hasSize(7)
                    .startsWith(new DoubleWritable(10 / 256.0), new DoubleWritable(11 / 256.0))
                    .endsWith(new DoubleWritable(15 / 256.0), new IntWritable(1));
        }

        @Test
        void writablesAreSharedAndRecordsCannotBeChanged() {
            List<Writable> record = reader.next();
            reader.reset();

            assertThat(reader.next().get(0)).isSameAs(record.get(0));
            assertThatThrownBy(() -> record.set(0, new IntWritable(1)))
                    .isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void allRecordsAreReadAndThenNoMore() {
            List<Integer> labels = new ArrayList<>();
            while (reader.hasNext()) {
                labels.add(reader.next().get(6).toInt());
            }

            assertThat(labels).containsExactly(0, 1, 2);
            assertThatThrownBy(reader::next)
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessage("all 3 images have been read");
        }

        @Test
        void resettingStartsAgain() {
            List<Writable> first = reader.next();
            reader.next();
            reader.reset();

            assertThat(reader.resetSupported()).isTrue();
            assertThat(reader.next()).isEqualTo(first);
        }

        @Test
        void rawImagesAndRecordsComeFromOneSequence() {
            byte[] image = new byte[8];
            reader.next();

            assertThat(reader.nextImage(image, 2)).isEqualTo(1);
            assertThat(image).containsExactly(0, 0, 10, 11, 12, 13, 14, 15);
            assertThat(reader.next().get(6)).isEqualTo(new IntWritable(2));
        }

        @Test
        void recordsKnowTheirIndexAndFile() {
            reader.next();
            RecordMetaDataIndex metaData =
                    (RecordMetaDataIndex) reader.nextRecord().getMetaData();

            assertThat(metaData.getIndex()).isEqualTo(1);
            assertThat(metaData.getURI())
                    .isEqualTo(directory.resolve(IdxFixture.TEST_IMAGES).toUri());
        }

        @Test
        void theSizesAndLabelsAreKnownBeforeReading() {
            assertThat(reader.count()).isEqualTo(3);
            assertThat(reader.rows()).isEqualTo(2);
            assertThat(reader.columns()).isEqualTo(3);
            assertThat(reader.channels()).isEqualTo(1);
            assertThat(reader.getLabels()).containsExactly("0", "1", "2");
        }
    }

    @Nested
    class Use {
        @Test
        void readingBeforeInitialisingIsRefused() {
            assertThatThrownBy(reader::hasNext)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("IdxRecordReader must be initialised before it is read");
        }

        @Test
        void oneLocationIsTooFew() {
            URI one = directory.resolve(IdxFixture.TEST_IMAGES).toUri();

            assertThatThrownBy(() -> reader.initialize(new CollectionInputSplit(new URI[] {one})))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("split must have 2 locations, images and labels: [" + one + "]");
        }

        @Test
        void theConfigurationIsKept() {
            Configuration configuration = new Configuration();
            reader.initialize(configuration, split());

            assertThat(reader.getConf()).isSameAs(configuration);
            assertThat(reader.hasNext()).isTrue();
        }

        @Test
        void aFileThatCannotBeOpenedIsNamed() {
            URI images = directory.resolve("none").toUri();

            assertThatThrownBy(() -> reader.initialize(new CollectionInputSplit(new URI[] {images, images})))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith(directory.resolve("none") + ": expected a readable file, found ")
                    .hasMessageNotContaining("\n");
        }

        @Test
        void randomAccessIsRefused() {
            reader.initialize(split());
            RecordMetaDataIndex metaData =
                    (RecordMetaDataIndex) reader.nextRecord().getMetaData();

            assertThatThrownBy(() -> reader.loadFromMetaData(metaData))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> reader.loadFromMetaData(List.of(metaData)))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> reader.record(metaData.getURI(), null))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }
}
