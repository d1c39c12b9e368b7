// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.extension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The files of a new extension, which adds a file format. Its build needs Maven, and knows PortIO by one jar whose name is
 * the same in every version.
 *
 * @param name of the extension, of its package and of its folder
 * @param product the installation of PortIO that it is built against, at first
 */
record Skeleton(String name, Path product) {

    private static final String POM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- Build with JDK 25 and Maven: mvn package (-Dportio=/path/to/portio for another PortIO) -->
            <project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 https://maven.apache.org/xsd/maven-4.0.0.xsd">
              <modelVersion>4.0.0</modelVersion>
              <groupId>@name@</groupId>
              <artifactId>@name@</artifactId>
              <version>1.0.0</version>
              <name>@Title@</name>

              <properties>
                <portio>@portio@</portio>
                <maven.compiler.release>25</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>

              <dependencies>
                <!-- Names all jars of PortIO as its class path; nothing of it gets into the extension. -->
                <dependency>
                  <groupId>org.portio</groupId>
                  <artifactId>portio-api</artifactId>
                  <version>installed</version>
                  <scope>system</scope>
                  <systemPath>${portio}/lib/portio-api.jar</systemPath>
                </dependency>
                <dependency>
                  <groupId>org.osgi</groupId>
                  <artifactId>org.osgi.service.component.annotations</artifactId>
                  <version>1.5.1</version>
                  <scope>provided</scope>
                </dependency>
              </dependencies>

              <build>
                <plugins>
                  <plugin>
                    <groupId>org.apache.maven.plugins</groupId>
                    <artifactId>maven-compiler-plugin</artifactId>
                    <version>3.14.1</version>
                  </plugin>
                  <!-- Writes the manifest, and the files in OSGI-INF by which PortIO finds the components. -->
                  <plugin>
                    <groupId>biz.aQute.bnd</groupId>
                    <artifactId>bnd-maven-plugin</artifactId>
                    <version>7.1.0</version>
                    <executions>
                      <execution>
                        <goals><goal>bnd-process</goal></goals>
                      </execution>
                    </executions>
                    <configuration>
                      <bnd><![CDATA[
                        Bundle-SymbolicName: ${project.artifactId};singleton:=true
                        Bundle-ActivationPolicy: lazy
                        Import-Package: !org.eclipse.*,org.portio.*;version="[0.1,1)",*
                        # For views and menus; packages of the window may be in several bundles, so these are required as bundles.
                        Require-Bundle: org.eclipse.ui;resolution:=optional,org.eclipse.core.runtime;resolution:=optional
                        # bnd 7.1 does not know Java 25 by itself.
                        -noee: true
                        Require-Capability: osgi.ee;filter:='(&(osgi.ee=JavaSE)(version=25))'
                      ]]></bnd>
                    </configuration>
                  </plugin>
                  <plugin>
                    <groupId>org.apache.maven.plugins</groupId>
                    <artifactId>maven-jar-plugin</artifactId>
                    <version>3.5.0</version>
                    <configuration>
                      <archive>
                        <manifestFile>${project.build.outputDirectory}/META-INF/MANIFEST.MF</manifestFile>
                      </archive>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private static final String EXPORTER = """
            package @name@;

            import java.io.IOException;
            import java.io.Writer;
            import org.osgi.service.component.annotations.Component;
            import org.portio.core.Connection;
            import org.portio.core.Snapshot;
            import org.portio.export.SnapshotExporter;

            /** Saves a snapshot as a file .@title@ with a line for each socket. */
            @Component
            public final class @Title@Exporter implements SnapshotExporter {

                @Override
                public String extension() {
                    return "@title@";
                }

                @Override
                public String description() {
                    return "@Title@: a line for each socket";
                }

                @Override
                public void write(Snapshot snapshot, Writer out) throws IOException {
                    for (Connection socket : snapshot.connections()) {
                        out.write(socket.protocol() + " " + socket.local() + " " + socket.stateText() + "\\n");
                    }
                }
            }
            """;

    /** Returns the last part of the name, which is also the extension of the files that it writes. */
    String title() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /**
     * Writes the files.
     *
     * @param folder which must not exist, in a folder that does
     */
    void write(Path folder) throws IOException {
        Files.createDirectory(folder);
        Path sources = Files.createDirectories(folder.resolve("src/main/java").resolve(name.replace('.', '/')));
        Files.writeString(folder.resolve("pom.xml"), filled(POM));
        Files.writeString(sources.resolve(className() + ".java"), filled(EXPORTER));
    }

    private String className() {
        return capital() + "Exporter";
    }

    private String capital() {
        return title().substring(0, 1).toUpperCase(Locale.ROOT) + title().substring(1);
    }

    private String filled(String text) {
        return text.replace("@name@", name)
                .replace("@title@", title())
                .replace("@Title@", capital())
                .replace("@portio@", inXml(product.toString()));
    }

    /** Returns the path as XML takes it. */
    private static String inXml(String path) {
        return path.replace("&", "&amp;").replace("<", "&lt;");
    }
}
