import Formats
import SQLite

extension BootResource {
    func write(_ state: RegionState, into json: inout JSONWriter, withSets: Bool) throws {
        try json.object { json in
            json.field("id", id)
            json.field("type", type)
            json.field("name", name)
            json.field("architecture", architecture)
            json.field("resource_uri", "\(Dispatch.root)boot-resources/\(id)/")
            // From 3.7 on the time is a field of its own, which shows no zone.
            json.field(
                "last_deployed", lastDeployed.map { Timestamp.iso($0, zoned: state.version.has(.zonedLastDeployed)) })
            if !subarches.isEmpty { json.field("subarches", subarches) }
            if let kflavor { json.field("kflavor", kflavor) }
            if case .object(let members) = extra {
                for (key, value) in members.sorted(by: { $0.key < $1.key }) { json.field(key, value) }
            }
            if withSets { try BootResourceFile.writeSets(of: self, state, into: &json) }
        }
    }
}

extension BootResourceFile {
    /// `sets`: the files by version, newest first.
    static func writeSets(of resource: BootResource, _ state: RegionState, into json: inout JSONWriter) throws {
        let files = try all(state.db, resource: resource.id)
        var versions: [String] = []
        for file in files where !versions.contains(file.version) { versions.append(file.version) }
        json.object("sets") { json in
            for version in versions {
                let members = files.filter { $0.version == version }
                let isComplete = members.allSatisfy(\.isComplete)
                json.object(version) { json in
                    json.field("version", version)
                    json.field("label", members.first?.label)
                    json.field("size", members.reduce(0) { $0 + $1.size })
                    json.field("complete", isComplete)
                    if !isComplete {
                        json.field("progress", members.reduce(0) { $0 + $1.progress } / Double(members.count))
                    }
                    json.object("files") { json in
                        for file in members { file.write(resource, state, into: &json) }
                    }
                }
            }
        }
    }

    private func write(_ resource: BootResource, _ state: RegionState, into json: inout JSONWriter) {
        json.object(filename) { json in
            json.field("filename", filename)
            json.field("filetype", filetype)
            json.field("sha256", sha256)
            if state.version.has(.filenameOnDisk) { json.field("filename_on_disk", String(sha256.prefix(7))) }
            json.field("size", size)
            json.field("complete", isComplete)
            if !isComplete {
                json.field("progress", progress)
                if resource.type == "Uploaded" {
                    json.field("upload_uri", "\(Dispatch.root)boot-resources/\(resource.id)/upload/\(id)/")
                }
            }
        }
    }
}
