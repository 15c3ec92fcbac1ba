import Formats
import MAASRegion

/// `boot-resources/{id}/upload/{file_id}/`: the file of an image comes in pieces.
enum BootResourceUploadHandler {
    package static let resources = [
        Resource(
            "boot-resources/{id}/upload/{file_id}/", handler: "BootResourceFileUploadHandler", tier: .b,
            isDescribed: false, guarded: .images, "Upload a piece of an image.",
            [.update("Append to the file", access: .admin, append)])
    ]

    private static func append(_ context: Context) throws -> Reply {
        let resource = try BootResourcesHandler.find(context)
        // MAAS takes the file of another image, too.
        guard let file = try BootResourceFile.find(context.db, id: context.id("file_id")) else {
            throw Refusal.notFound("BootResourceFile")
        }
        guard !context.request.body.isEmpty else { throw Refusal.invalid("Missing data.") }
        guard resource.type == .uploaded else {
            throw Refusal.forbidden("Cannot upload to a resource of type: 0.")
        }
        try file.append(context.db, context.request.body)
        return .ok
    }
}
