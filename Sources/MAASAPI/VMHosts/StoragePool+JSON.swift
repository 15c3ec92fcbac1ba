import Formats
import MAASRegion
import SQLite

extension StoragePool {
    package func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("name", name)
            json.field("type", type)
            json.field("path", path)
            json.field("total", total)
            json.field("used", used)
            json.field("available", available)
            json.field("default", isDefault)
        }
    }
}
