import Formats
import MAASRegion

extension NUMANode {
    package func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("index", index)
            json.field("memory", memory)
            json.field("cores", cores)
            json.field("hugepages_set", [String]())
        }
    }
}
