import Formats
import MAASRegion

extension PackageRepository {
    package func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("name", name)
            json.field("url", url)
            json.field("distributions", distributions)
            json.field("disabled_pockets", disabledPockets)
            json.field("disabled_components", disabledComponents)
            json.field("disable_sources", disableSources)
            json.field("components", components)
            json.field("arches", arches)
            json.field("key", key)
            json.field("enabled", enabled)
            json.field("resource_uri", "\(Dispatch.root)package-repositories/\(id)/")
        }
    }
}
