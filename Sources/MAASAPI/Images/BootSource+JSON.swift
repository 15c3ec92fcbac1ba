import Formats
import MAASRegion

extension BootSource {
    /// The source as MAAS shows it.
    func write(_ version: MAASVersion, into json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            if version.has(.bootSourceSettings) { json.field("name", name) }
            json.field("url", url)
            if version.has(.bootSourceSettings) {
                json.field("priority", priority)
                json.field("enabled", enabled)
            }
            json.field("keyring_filename", keyringFilename)
            json.field("keyring_data", keyringData)
            if version.has(.bootSourceSettings) { json.field("skip_keyring_verification", skipsVerification) }
            json.field("created", Timestamp.iso(created, zoned: version.has(.zonedTimes)))
            json.field("updated", Timestamp.iso(updated, zoned: version.has(.zonedTimes)))
            json.field("resource_uri", "\(Dispatch.root)boot-sources/\(id)/")
        }
    }
}

extension BootSourceSelection {
    /// The selection as MAAS shows it.
    func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("boot_source_id", sourceID)
            json.field("id", id)
            json.field("os", values.os)
            json.field("release", values.release)
            json.field("arches", values.arches)
            json.field("subarches", values.subarches)
            json.field("labels", values.labels)
            json.field("resource_uri", "\(Dispatch.root)boot-sources/\(sourceID)/selections/\(id)/")
        }
    }
}
