import Foundation
import MAASClient

/// The images of the target, and what can be done with them.
extension Probe {
    /// Notes an architecture that machines can be added with, and a release that can be deployed.
    ///
    /// MAAS takes only architectures of complete images (`BootResource.get_usable_architectures`), and tells which are
    /// complete only in the image itself.
    func probeImages(_ client: MAASClient, _ found: inout Surroundings) async throws {
        let images: [JSON]
        do {
            images = try await completeImages(client)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            for capability in [Capability.architecture, .images] {
                found.missing[capability] = "the images cannot be read: \(error)"
            }
            return
        }
        let usable = images.flatMap(Self.architectures)
        // What the VM host makes comes first: the two belong together when a VM is deployed.
        let made = found.vmHost?.architectures ?? []
        if let architecture = usable.first(where: made.contains) ?? usable.first {
            found.architecture = architecture
            found.variables += [
                ("architecture", .string(architecture)),
                ("architecture.short", .string(String(architecture.prefix { $0 != "/" }))),
            ]
        } else {
            found.missing[.architecture] = "the target has no complete image, so that it takes no machine"
        }
        let machine = found.architecture?.prefix { $0 != "/" } ?? ""
        let series = images.filter { ($0["architecture"]?.text ?? "").hasPrefix("\(machine)/") }
            .compactMap { $0["name"]?.text }.filter { $0.hasPrefix("ubuntu/") }.map { String($0.dropFirst(7)) }
        let standard = try await setting("default_distro_series", client)
        if let chosen = series.first(where: { $0 == standard }) ?? series.first {
            found.series = chosen
            found.variables.append(("image.series", .string(chosen)))
        } else {
            found.missing[.images] = "the target has no complete Ubuntu image to deploy"
        }
    }

    private func completeImages(_ client: MAASClient) async throws -> [JSON] {
        let list = try JSON(parsing: try await client.send(APICall("GET", "boot-resources/")).body).elements ?? []
        var complete: [JSON] = []
        for image in list {
            let path = "boot-resources/\(image["id"]?.plain ?? "")/"
            let whole = try JSON(parsing: try await client.send(APICall("GET", path)).body)
            let sets = whole["sets"]?.members ?? []
            if sets.contains(where: { $0.value["complete"] == .bool(true) }) { complete.append(image) }
        }
        return complete
    }

    /// `amd64/generic` and its like: those that are not bound to a kernel.
    private static func architectures(_ image: JSON) -> [String] {
        let own = image["architecture"]?.text ?? ""
        let name = own.prefix { $0 != "/" }
        let further = (image["subarches"]?.text ?? "").split(separator: ",")
            .map { "\(name)/\($0.trimmingCharacters(in: .whitespaces))" }
        return (further + [own]).filter { !$0.contains("hwe-") && !$0.contains("ga-") && $0.contains("/generic") }
    }

    /// A setting of MAAS, which only administrators may read; `nil` for others.
    private func setting(_ name: String, _ client: MAASClient) async throws -> String? {
        do {
            let answer = try await client.send(APICall("GET", "maas/", op: "get_config", query: ["name": name]))
            return try JSON(parsing: answer.body).text
        } catch is MAASError, is JSONParser.Failure {
            return nil
        }
    }
}
