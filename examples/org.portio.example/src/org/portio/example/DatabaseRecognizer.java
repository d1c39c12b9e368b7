// SPDX-License-Identifier: EPL-2.0
package org.portio.example;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.portio.core.ProcessInfo;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Recognition;
import org.portio.core.process.Recognition.Kind;
import org.portio.core.process.Recognizer;

/** Recognizes databases by the names of their processes. */
@Component
public final class DatabaseRecognizer implements Recognizer {

    private static final Map<String, String> DATABASES = Map.of(
            "postgres", "PostgreSQL",
            "mysqld", "MySQL",
            "mariadbd", "MariaDB",
            "redis-server", "Redis",
            "mongod", "MongoDB");

    @Override
    public List<Recognition> recognize(ProcessInfo process, ProcessOrigin origin) {
        String database = DATABASES.get(process.name());
        return database == null
                ? List.of()
                : List.of(new Recognition(Kind.SERVER, database, "the process name " + process.name()));
    }
}
