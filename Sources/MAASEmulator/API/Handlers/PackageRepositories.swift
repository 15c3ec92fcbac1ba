/// The two package repositories that every MAAS starts with; they cannot be changed here.
enum PackageRepositories {
    static let main = (id: 1, name: "main_archive", url: "http://archive.ubuntu.com/ubuntu", arches: ["amd64", "i386"])
    static let ports = (
        id: 2, name: "ports_archive", url: "http://ports.ubuntu.com/ubuntu-ports",
        arches: ["armhf", "arm64", "ppc64el", "s390x"]
    )

    @Sendable static func list(_ context: Context) throws -> Reply {
        Reply.json { json in json.array(of: [main, ports]) { write($1, into: &$0) } }
    }

    @Sendable static func read(_ context: Context) throws -> Reply {
        let specifier = context.segment("id")
        guard let found = [main, ports].first(where: { String($0.id) == specifier || $0.name == specifier }) else {
            throw APIError.notFound("PackageRepository")
        }
        return Reply.json { write(found, into: &$0) }
    }

    private static func write(
        _ repository: (id: Int, name: String, url: String, arches: [String]), into json: inout JSONWriter
    ) {
        json.object { json in
            json.field("id", repository.id)
            json.field("name", repository.name)
            json.field("url", repository.url)
            for key in ["distributions", "disabled_pockets", "disabled_components", "components"] {
                json.field(key, [String]())
            }
            json.field("disable_sources", true)
            json.field("arches", repository.arches)
            json.field("key", "")
            json.field("enabled", true)
            json.field("resource_uri", "\(Dispatch.root)package-repositories/\(repository.id)/")
        }
    }
}
