import Foundation
import MAASClient
import Synchronization

extension ClientWriteCases {
    static let images: [Case] = [
        make(
            "client.images.upload", "an image is uploaded in pieces, with progress, and removed",
            "BootResourcesHandler.create, BootResourceFileUploadHandler", needs: [.admin, .images], upload),
        make(
            "client.images.refused", "what is no image is not uploaded, and not found",
            "BootResourcesHandler, BootResourceHandler", imagesRefused),
        make(
            "client.images.rights", "only an administrator imports images", "BootResourcesHandler.import_resources",
            needs: [.userKey], imageRights),
        make(
            "client.images.sources", "sources of images and what is chosen of them are the region's",
            "BootSourcesHandler, BootSourceSelectionsHandler", imageSources),
    ]

    @Sendable private static func upload(_ context: CaseContext, _ client: MAASClient) async throws {
        let content = Data("\(context.prefix)content".utf8)
        let seen = Mutex<[Int]>([])
        let image = try await client.bootResources.upload(
            name: "custom/\(context.prefix)img", architecture: context.surroundings.architecture ?? "",
            content: content, title: context.prefix + "title", baseImage: "ubuntu/jammy", pieceSize: 10
        ) { progress in seen.withLock { $0.append(progress.sent) } }
        context.undo("image \(image.name)") { try await client.bootResources.bootResource(image.id).delete() }
        context.expectEqual(seen.withLock { $0.last ?? 0 }, content.count, "the bytes that were sent")
        context.expectEqual(image.type, "Uploaded", "type")
        let set = (image.sets ?? [:]).values.first
        context.expectEqual(set?.complete, true, "complete")
        context.expectEqual(set?.size, content.count, "size")
        let read = try await client.bootResources.bootResource(image.id).get()
        context.expectEqual(read.title, context.prefix + "title", "title")
        let listed = try await client.bootResources.list(type: "uploaded")
        context.expect(listed.contains { $0.id == image.id }, "it is not listed")
    }

    @Sendable private static func imagesRefused(_ context: CaseContext, _ client: MAASClient) async throws {
        _ = try await client.bootResources.isImporting()
        let image = client.bootResources.bootResource(nobody)
        try await context.expectRefusal("no image", 404) { try await image.get() }
        try await context.expectRefusal("a piece of no image", 404) {
            try await image.upload(file: nobody).put(Data("x".utf8))
        }
        // MAAS falls over its own look-up.
        try await context.expectRefusal("the end of no image", 404, 500) { try await image.delete() }
        try await context.expectRefusal("an image for no architecture", 400) {
            try await client.bootResources.create(
                BootResourceCreation(
                    name: "custom/\(context.prefix)img", architecture: context.prefix + "none", content: Data("x".utf8),
                    baseImage: "ubuntu/jammy"))
        }
    }

    @Sendable private static func imageRights(_ context: CaseContext, _ client: MAASClient) async throws {
        let user = try context.userClient()
        try await context.expectRefusal("a user's import", 403) { try await user.bootResources.importImages() }
        try await context.expectRefusal("a user's end of the import", 403) { try await user.bootResources.stopImport() }
    }

    @Sendable private static func imageSources(_ context: CaseContext, _ client: MAASClient) async throws {
        for source in try await client.bootSources.list() {
            for selection in try await client.bootSources.bootSource(source.id).selections.list() {
                let read = try await client.bootSources.bootSource(source.id).selections.selection(selection.id).get()
                context.expectEqual(read.release, selection.release, "release")
            }
        }
        let url = "http://\(context.prefix).invalid/"
        try await context.expectRefusal("a source without keys", 400) {
            try await client.bootSources.create(BootSourceCreation(url: url))
        }
        let source = client.bootSources.bootSource(nobody)
        try await context.expectRefusal("no source", 404) { try await source.get() }
        try await context.expectRefusal("a change of no source", 404) {
            try await source.update(BootSourceUpdate(url: url))
        }
        try await context.expectRefusal("the end of no source", 404) { try await source.delete() }
        try await context.expectRefusal("what is chosen of no source", 404) { try await source.selections.list() }
        try await context.expectRefusal("a choice of no source", 404) {
            try await source.selections.create(BootSourceSelectionCreation(os: "ubuntu", release: "jammy"))
        }
        let selection = source.selections.selection(1)
        try await context.expectRefusal("no choice", 404) { try await selection.get() }
        try await context.expectRefusal("a change of no choice", 404) {
            try await selection.update(BootSourceSelectionUpdate(release: "jammy"))
        }
        try await context.expectRefusal("the end of no choice", 404) { try await selection.delete() }
    }
}
