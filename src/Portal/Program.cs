using System.Globalization;
using System.Text;
using Portal.Commands;

// One culture for numbers and dates, whatever the machine's is; Chinese for the words of the command line.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

return CommandLine.Run(args, Console.Out, Console.Error, terminal: !Console.IsErrorRedirected);
