import Formats
import MAASRegion

extension BootResource {
    /// The image as MAAS shows it, with its sets of files where they are asked for.
    func write(_ state: RegionState, into json: inout JSONWriter, withSets: Bool) throws {
        try json.object { json in
            json.field("id", id)
            json.field("type", type.rawValue)
            json.field("name", name)
            json.field("architecture", architecture)
            json.field("resource_uri", "\(Dispatch.root)boot-resources/\(id)/")
            // From 3.7 on the time is a field of its own, which shows no zone.
            json.field(
                "last_deployed", lastDeployed.map { Timestamp.iso($0, zoned: state.version.has(.zonedLastDeployed)) })
            if case .object(let members) = extra {
                for (key, value) in members.sorted(by: { $0.key < $1.key }) { json.field(named: key, value) }
            }
            if !baseImage.isEmpty, state.version.has(.baseImages) { json.field("base_image", baseImage) }
            if withSets {
                let sets = try BootResourceSet.all(state.db, resource: id)
                json.object("sets") { json in
                    for set in sets {
                        json.key(named: set.version)
                        set.write(of: self, state.version, into: &json)
                    }
                }
            }
        }
    }
}

extension BootResourceSet {
    fileprivate func write(of resource: BootResource, _ version: MAASVersion, into json: inout JSONWriter) {
        json.object { json in
            json.field("version", self.version)
            json.field("label", label)
            json.field("size", size)
            json.field("complete", isComplete)
            if !isComplete { json.field("progress", progress) }
            json.object("files") { json in
                for file in files {
                    json.key(named: file.filename)
                    file.write(of: resource, version, into: &json)
                }
            }
        }
    }
}

extension BootResourceFile {
    fileprivate func write(of resource: BootResource, _ version: MAASVersion, into json: inout JSONWriter) {
        json.object { json in
            json.field("filename", filename)
            json.field("filetype", filetype.rawValue)
            json.field("sha256", sha256)
            if version.has(.filenameOnDisk) { json.field("filename_on_disk", filenameOnDisk) }
            json.field("size", size)
            json.field("complete", isComplete)
            if !isComplete {
                json.field("progress", progress)
                if resource.type == .uploaded {
                    json.field("upload_uri", "\(Dispatch.root)boot-resources/\(resource.id)/upload/\(id)/")
                }
            }
        }
    }
}
