import Formats
import MAASRegion

extension Tag {
    package func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("name", name)
            json.field("definition", definition)
            json.field("comment", comment)
            json.field("kernel_opts", kernelOptions)
            json.field("resource_uri", Dispatch.uri("tags", name))
        }
    }
}
