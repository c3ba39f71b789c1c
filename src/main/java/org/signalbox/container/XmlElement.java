// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** An element of a small XML file with the line it starts on; immutable after {@link #read}. */
record XmlElement(
    String name,
    String namespace,
    int line,
    Map<String, String> attributes,
    List<XmlElement> children,
    StringBuilder characters) {

  private static final int DEEPEST = 64;

  /** The character data directly inside, trimmed. */
  String text() {
    return characters.toString().strip();
  }

  List<XmlElement> children(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted)).toList();
  }

  Optional<XmlElement> child(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
  }

  boolean flag(String attribute) {
    return "true".equalsIgnoreCase(attributes.getOrDefault(attribute, "false").strip());
  }

  /**
   * Reads a whole file without ever following a reference out of it: neither a DOCTYPE nor an
   * external entity is loaded.
   */
  static XmlElement read(InputStream bytes) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    XMLStreamReader reader = factory.createXMLStreamReader(bytes);
    try {
      return tree(reader);
    } finally {
      reader.close();
    }
  }

  private static XmlElement tree(XMLStreamReader reader) throws XMLStreamException {
    List<XmlElement> open = new ArrayList<>();
    @Nullable XmlElement root = null;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          XmlElement element = started(reader);
          if (open.isEmpty()) {
            root = element;
          } else {
            open.get(open.size() - 1).children.add(element);
          }
          open.add(element);
          if (open.size() > DEEPEST) {
            throw new XMLStreamException("Elements are nested too deeply.", reader.getLocation());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> open.remove(open.size() - 1);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            open.get(open.size() - 1).characters.append(reader.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException(
                "Entities are not read: write the text itself.", reader.getLocation());
        default -> {
          // comments, white space and processing instructions mean nothing here
        }
      }
    }
    if (root == null) {
      throw new XMLStreamException("There is no root element.", reader.getLocation());
    }
    return root;
  }

  private static XmlElement started(XMLStreamReader reader) {
    Map<String, String> attributes = new HashMap<>();
    for (int index = 0; index < reader.getAttributeCount(); index++) {
      attributes.put(reader.getAttributeLocalName(index), reader.getAttributeValue(index));
    }
    @Nullable String namespace = reader.getNamespaceURI();
    return new XmlElement(
        reader.getLocalName(),
        namespace == null ? "" : namespace,
        reader.getLocation().getLineNumber(),
        Map.copyOf(attributes),
        new ArrayList<>(),
        new StringBuilder());
  }
}
