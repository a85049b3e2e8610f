using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Portal.Output;

/// <summary>The two calls of the system that .NET has no name for: exchanging two folders in one step, and a second name for a file.</summary>
internal static partial class Native
{
    private const int CurrentFolder = -100; // AT_FDCWD
    private const uint Exchange = 2; // RENAME_EXCHANGE
    private const int NoSuchCall = 38, InvalidArgument = 22; // ENOSYS; EINVAL: the file system cannot exchange

    /// <summary>Exchanges two folders so that no moment exists in which either name is missing.</summary>
    /// <returns>False where the system or the file system cannot do that; nothing has happened then.</returns>
    public static bool TryExchange(string one, string other)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            if (RenameAt2(CurrentFolder, one, CurrentFolder, other, Exchange) == 0)
            {
                return true;
            }
        }
        catch (EntryPointNotFoundException)
        {
            return false; // a C library older than the call
        }
        int error = Marshal.GetLastPInvokeError();
        if (error is NoSuchCall or InvalidArgument)
        {
            return false;
        }

        throw new IOException($"{one} ↔ {other}: {new Win32Exception(error).Message}");
    }

    /// <summary>Gives an existing file a second name in the other tree.</summary>
    /// <returns>False where that is not possible (other systems, too many names): write a copy then.</returns>
    public static bool TryLink(string existing, string name) =>
        !OperatingSystem.IsWindows() && Link(existing, name) == 0;

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt2(int fromFolder, string from, int toFolder, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string name);
}
