using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace LibraryBot.Tests.Rules;

/// <summary>What a compiled assembly names of botframework/: types, members it calls, members it overrides.</summary>
internal static class RuntimeReferences
{
    private const string Runtime = "BotFramework";

    /// <returns>Names of types, and of members after <c>::</c>; accessors under the name of their property or event.</returns>
    public static HashSet<string> Of(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var handle in metadata.TypeReferences)
        {
            if (NameOf(metadata, handle) is { } type)
            {
                found.Add(type);
            }
        }

        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (NameOf(metadata, member.Parent) is { } type)
            {
                found.Add($"{type}::{Plain(metadata.GetString(member.Name))}");
            }
        }

        foreach (var type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition))
        {
            AddOverrides(metadata, type, found);
        }

        return found;
    }

    private static void AddOverrides(MetadataReader metadata, TypeDefinition type, HashSet<string> found)
    {
        if (type.BaseType.IsNil || NameOf(metadata, type.BaseType) is not { } inherited)
        {
            return;
        }

        foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition))
        {
            var name = metadata.GetString(method.Name);
            if (method.Attributes.HasFlag(MethodAttributes.Virtual) && !method.Attributes.HasFlag(MethodAttributes.NewSlot) && name is not ("ToString" or "Equals" or "GetHashCode"))
            {
                found.Add($"{inherited}::{Plain(name)}");
            }
        }
    }

    private static string Plain(string name) =>
        name == ".ctor" ? "new"
        : name.Split('_', 2) is ["get" or "set" or "add" or "remove", var property] ? property
        : name;

    /// <summary>The full name of a type of the runtime; null for any other.</summary>
    private static string? NameOf(MetadataReader metadata, EntityHandle handle)
    {
        if (handle.Kind == HandleKind.TypeSpecification)
        {
            return NameOf(metadata, metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(new OpenType(), null));
        }

        if (handle.IsNil || handle.Kind != HandleKind.TypeReference)
        {
            return null;
        }

        var type = metadata.GetTypeReference((TypeReferenceHandle)handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind switch
        {
            HandleKind.AssemblyReference when metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name) == Runtime
                => $"{metadata.GetString(type.Namespace)}.{name}",
            HandleKind.TypeReference when NameOf(metadata, type.ResolutionScope) is { } outer => $"{outer}+{name}",
            _ => null,
        };
    }

    /// <summary>Of a constructed type, the type it was constructed from.</summary>
    private sealed class OpenType : ISignatureTypeProvider<EntityHandle, object?>
    {
        public EntityHandle GetArrayType(EntityHandle elementType, ArrayShape shape) => elementType;

        public EntityHandle GetByReferenceType(EntityHandle elementType) => elementType;

        public EntityHandle GetFunctionPointerType(MethodSignature<EntityHandle> signature) => default;

        public EntityHandle GetGenericInstantiation(EntityHandle genericType, ImmutableArray<EntityHandle> typeArguments) => genericType;

        public EntityHandle GetGenericMethodParameter(object? genericContext, int index) => default;

        public EntityHandle GetGenericTypeParameter(object? genericContext, int index) => default;

        public EntityHandle GetModifiedType(EntityHandle modifier, EntityHandle unmodifiedType, bool isRequired) => unmodifiedType;

        public EntityHandle GetPinnedType(EntityHandle elementType) => elementType;

        public EntityHandle GetPointerType(EntityHandle elementType) => elementType;

        public EntityHandle GetPrimitiveType(PrimitiveTypeCode typeCode) => default;

        public EntityHandle GetSZArrayType(EntityHandle elementType) => elementType;

        public EntityHandle GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => handle;

        public EntityHandle GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => handle;

        public EntityHandle GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => default;
    }
}
