package org.tailoff.spec;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.SettableAnyProperty;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses an unknown key as soon as it is read. Jackson by itself keeps it until the section is made, and so would call
 * the key missing of which it is a misspelling.
 */
final class UnknownKeys extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public BeanDeserializerBuilder updateBuilder(
            DeserializationConfig config, BeanDescription section, BeanDeserializerBuilder builder) {
        List<Object> known = new ArrayList<>();
        builder.getProperties().forEachRemaining((SettableBeanProperty property) -> known.add(property.getName()));
        JsonTypeInfo kind = section.getClassAnnotations().get(JsonTypeInfo.class);
        if (kind != null) {
            known.add(kind.property());
        }
        builder.setAnySetter(new Refusal(section, known));
        return builder;
    }

    /** Takes what no key of a section takes. */
    private static final class Refusal extends SettableAnyProperty {
        private static final long serialVersionUID = 1L;

        private final Class<?> section;
        private final ArrayList<Object> known;

        Refusal(BeanDescription section, List<Object> known) {
            super(null, null, section.getType(), null, null, null);
            this.section = section.getBeanClass();
            this.known = new ArrayList<>(known);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            throw new UnrecognizedPropertyException(
                    parser, "unknown key", parser.currentLocation(), section, parser.currentName(), known);
        }

        @Override
        protected void _set(Object instance, Object key, Object value) {
            throw new IllegalStateException("nothing is ever read that could be set as " + key);
        }

        @Override
        public SettableAnyProperty withValueDeserializer(JsonDeserializer<Object> deserializer) {
            return this;
        }

        @Override
        public void fixAccess(DeserializationConfig config) {
            // there is no member behind it
        }
    }
}
